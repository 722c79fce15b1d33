//! The village hears when a document reveals who made it, or where a photo in it was taken.

use crate::privacy::files::{picture, village};
use crate::support::check;
use crate::support::noted::{PLACED, pdf, plain_jpeg, program};

/// Returns the maker of a document as XMP stores it.
pub fn creator(name: &str) -> String {
    format!("<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>")
}

/// Returns the messages about a village with this one document.
fn said_of(document: Vec<u8>) -> String {
    let folder = village(&[]);
    folder.write("documenten/2026-10-12-notulen.pdf", document);
    folder.write("organisaties/dorpsraad.md", "---\nnaam: Dorpsraad Testdorp\n---\n");
    let ran = check(folder.path());
    assert_eq!(ran.code, 0, "{}", ran.said());
    ran.said()
}

#[test]
fn a_document_that_names_a_person_is_reported() {
    let told = |name: &str| format!("in 'documenten/2026-10-12-notulen.pdf' staat als maker: {name}");
    for (author, notes, name) in [
        (&b"J. de Vries"[..], String::new(), "J. de Vries"),
        (b"Ren\xe9 \\(secretaris\\)", String::new(), "René (secretaris)"),
        (b"\xfe\xff\0Z\0o\0\xeb", String::new(), "Zoë"),
        (b"", creator("Jan &amp; Mieke"), "Jan & Mieke"),
        (b"J. de Vries", creator("Iemand anders"), "J. de Vries"),
    ] {
        let said = said_of(pdf(author, &notes, b""));
        assert!(said.contains(&told(name)) && said.contains("Document controleren"), "{name}: {said}");
    }
    for (author, notes) in [
        (&b""[..], String::new()),
        (b"Dorpsraad Testdorp", creator("dorpsraad testdorp")),
        (b" ", creator("Testdorp")),
    ] {
        let said = said_of(pdf(author, &notes, b""));
        assert!(!said.contains("maker"), "{said}");
    }
}

#[test]
fn a_document_that_reveals_where_a_photo_was_taken_is_reported() {
    let told = "in 'documenten/2026-10-12-notulen.pdf' staat waar een foto is genomen";
    let said = said_of(pdf(b"", "", &PLACED.jpeg(&picture())));
    assert!(said.contains(told), "{said}");
    assert!(said_of(pdf(b"", &program(false), b"")).contains(told));
    assert!(!said_of(pdf(b"", "", &plain_jpeg(&picture()))).contains("genomen"));
}

#[test]
fn only_the_first_of_many_documents_are_named() {
    let folder = village(&[]);
    for number in 1..=7 {
        folder.write(
            &format!("documenten/stuk{number}.pdf"),
            pdf(b"Jan", "", format!("stuk {number}").as_bytes()),
        );
    }
    let said = check(folder.path()).said();
    let told = "in 7 documenten staat wie ze maakte: 'documenten/stuk1.pdf' (Jan), 'documenten/stuk2.pdf' (Jan), 'documenten/stuk3.pdf' (Jan) en nog 4";
    assert!(said.contains(told) && said.matches("opmerking").count() == 2, "{said}");
}
