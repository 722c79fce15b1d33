//! A theme maker packs and signs a theme for others, and villages accept only what the maker signed.

use std::fs;

use crate::support::publisher::{Publisher, done, refused, site};
use crate::support::shop_server::Server;
use crate::support::{Folder, Ran, VILLAGE, program, run, tree};

#[test]
fn an_invalid_theme_is_not_packed() {
    let folder = Folder::with(&[("hei/theme.yaml", "name: hei\nversion: een\napi: 1\n")]);
    let hei = folder.join("hei");
    let hei = hei.to_str().expect("a path");
    let out = folder.join("hei.zip");
    let out = out.to_str().expect("a path");
    let ran = run(&["thema", "pak", hei, "-o", out]);
    assert!(ran.code == 1 && ran.said().contains("'een' is not a version"), "{}", ran.said());
    folder.write("hei/theme.yaml", "name: hei\nversion: 1.0\napi: 1\n");
    folder.write("hei/notities.txt", "niet voor anderen");
    let ran = run(&["thema", "pak", hei, "-o", out]);
    assert!(ran.code == 2 && ran.said().contains("'notities.txt'"), "{}", ran.said());
    fs::remove_file(folder.join("hei/notities.txt")).expect("a file");
    folder.write("hei.zip", "van iemand anders");
    let ran = run(&["thema", "pak", hei, "-o", out]);
    assert!(ran.code == 2 && folder.read("hei.zip") == "van iemand anders", "{}", ran.said());
    fs::remove_file(out).expect("a file");
    done(&["thema", "pak", hei, "-o", out]);
    let bytes = fs::read(out).expect("a package");
    done(&["thema", "pak", hei, "-o", out]);
    assert_eq!(fs::read(out).expect("a package"), bytes);
    // Packing inside the theme's folder finds the previous package among its files.
    for inside in ["hei/hei-1.0.0.zip", "hei/assets/oud.zip"] {
        folder.write(inside, &bytes);
    }
    folder.write("hei/hei-1.0.0.zip.minisig", "een handtekening");
    let said = done(&["thema", "pak", hei, "-o", out]).said();
    let left_out = "assets/oud.zip, hei-1.0.0.zip, hei-1.0.0.zip.minisig";
    assert!(said.contains(&format!(
        "niet ingepakt, want dit is zelf een pakket of hoort bij een pakket: {left_out}"
    )));
    assert_eq!(fs::read(out).expect("a package"), bytes);
    assert!(!run(&["thema", "controleer", hei]).said().contains(".zip"));
}

#[test]
fn only_packages_that_the_maker_signed_are_accepted() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let server = Server::of(&publisher.shop());
    let list = server.at("themes.json");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &list, site(&village)]);
    let update = ["thema", "werk-bij", site(&village)];

    // Somebody else signs the new version.
    publisher.new_key("ander");
    let package = publisher.pack("overijssel", "1.1.0", "lvkk", "body { display: none }");
    let shop = publisher.shop();
    let shop = shop.to_str().expect("a path");
    done(&["theme", "sign", &package, "--key", &publisher.path("ander.key")]);
    let listed = run(&["theme", "index", shop, "--key", &publisher.path("provincie.pub")]);
    assert_eq!(listed.code, 2, "{}", listed.said());
    fs::remove_file(publisher.path("winkel/overijssel-1.0.0.zip")).expect("a file");
    done(&["theme", "index", shop, "--key", &publisher.path("ander.pub")]);
    refused(&village, &update, "andere sleutel");

    // The list names the known key, but the signature was made with another.
    let text = fs::read_to_string(publisher.path("winkel/themes.json")).expect("a list");
    let line = |name: &str| {
        let key = fs::read_to_string(publisher.path(name)).expect("a key");
        key.lines().nth(1).expect("its line").to_owned()
    };
    let list_file = publisher.path("winkel/themes.json");
    let forged = text.replace(&line("ander.pub"), &line("provincie.pub"));
    assert_ne!(forged, text);
    fs::write(&list_file, &forged).expect("a list");
    refused(&village, &update, "de handtekening bij 'overijssel' klopt niet");

    // The list offers no signature, or the signature file is missing.
    let unsigned = forged.replace("\"overijssel-1.1.0.zip.minisig\"", "null");
    assert_ne!(unsigned, forged);
    fs::write(&list_file, unsigned).expect("a list");
    refused(&village, &update, "is niet ondertekend, en het hoort ondertekend te zijn");
    fs::write(&list_file, &forged).expect("a list");
    fs::remove_file(format!("{package}.minisig")).expect("a file");
    refused(&village, &update, "bestaat niet");

    // The package is not the one in the list.
    done(&["theme", "sign", &package, "--key", &publisher.path("provincie.key")]);
    publisher.list();
    let good = fs::read_to_string(&list_file).expect("a list");
    let hash = good.split("\"hash\": \"").nth(1).expect("a hash")[..64].to_owned();
    fs::write(&list_file, good.replace(&hash, &"0".repeat(64))).expect("a list");
    refused(&village, &update, "een ander pakket dan de lijst");
    fs::write(&list_file, "{\"form\": 1, \"themes\": [").expect("a list");
    refused(&village, &update, "geen lijst van thema's");
    fs::write(&list_file, good).expect("a list");
    let said = done(&update).said();
    assert!(said.contains("overijssel van 1.0.0 naar 1.1.0"), "{said}");
}

#[test]
fn a_first_package_is_accepted_only_with_the_key_of_its_maker() {
    let publisher = Publisher::new();
    publisher.publish("overijssel", "1.0.0", "lvkk", "");
    let package = publisher.path("winkel/overijssel-1.0.0.zip");
    let village = Folder::with(VILLAGE);
    let add = ["thema", "voeg-toe", package.as_str(), site(&village)];
    refused(&village, &add, "de sleutel van de maker is er niet bij");
    let absent = publisher.path("weg.pub");
    refused(&village, &[&add[..], &["--sleutel", &absent]].concat(), "is er niet");
    let wrong = publisher.path("provincie.key");
    refused(&village, &[&add[..], &["--sleutel", &wrong]].concat(), "geen sleutel die Dorpsplein kan lezen");
    publisher.new_key("ander");
    let other = publisher.path("ander.pub");
    refused(
        &village,
        &[&add[..], &["--sleutel", &other]].concat(),
        "de handtekening bij 'overijssel' klopt niet",
    );
    fs::copy(publisher.path("provincie.pub"), format!("{package}.pub")).expect("a key beside the package");
    let said = done(&add).said();
    let key = fs::read_to_string(publisher.path("provincie.pub")).expect("a key");
    assert!(said.contains(key.lines().nth(1).expect("its line")), "{said}");
    // Adding it again is harmless.
    let before = tree(village.path());
    assert!(done(&add).said().contains("overijssel 1.0.0 was er al"));
    assert_eq!(tree(village.path()), before);
    // A later version comes from the same folder.
    publisher.publish("overijssel", "1.2.0", "lvkk", "");
    done(&["thema", "werk-bij", site(&village)]);
    refused(&village, &add, "is ouder dan versie 1.2.0");
}

#[test]
fn a_key_with_a_password_makes_signatures_that_others_can_verify() {
    let publisher = Publisher::new();
    let package = publisher.pack("hei", "1.0.0", "lvkk", "");
    let key = publisher.path("geheim");
    let with = |password: &str, arguments: &[&str]| {
        let mut command = program();
        command.env("DORPSPLEIN_PASSWORD", password).args(arguments);
        Ran::of(command.output().expect("the program runs"))
    };
    let made = with("hooiberg", &["theme", "key", &key]);
    assert_eq!(made.code, 0, "{}", made.said());
    assert_eq!(with("hooiberg", &["theme", "key", &key]).code, 2, "a key is never overwritten");
    let secret = publisher.path("geheim.key");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&secret).expect("a key").permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else can read it");
    }
    let wrong = with("strohalm", &["theme", "sign", &package, "--key", &secret]);
    assert!(wrong.code == 2 && wrong.said().contains("niet het wachtwoord"), "{}", wrong.said());
    let signed = with("hooiberg", &["theme", "sign", &package, "--key", &secret]);
    assert_eq!(signed.code, 0, "{}", signed.said());
    let signature = fs::read_to_string(format!("{package}.minisig")).expect("a signature");
    assert!(signature.contains("trusted comment: hei 1.0.0"), "{signature}");
    let village = Folder::with(VILLAGE);
    done(&["thema", "voeg-toe", &package, site(&village), "--sleutel", &publisher.path("geheim.pub")]);
}
