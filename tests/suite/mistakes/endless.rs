//! A template that would run forever or fill the memory is reported like any other mistake, within seconds.

use std::time::Instant;

use crate::support::{Folder, VILLAGE, build, within};

/// Returns a home page template whose content block holds this.
fn home(inside: &str) -> String {
    format!("{{% extends \"home.html\" %}}\n{{% block content %}}\n{inside}\n{{% endblock content %}}\n")
}

/// Builds a village with these templates: the mistake is reported quickly, and nothing is published.
fn is_reported(templates: &[(String, String)], said: &str) {
    let site = Folder::with(VILLAGE);
    for (name, text) in templates {
        site.write(&format!("thema/templates/{name}.html"), text);
    }
    let started = Instant::now();
    let ran = build(site.path(), &site.join("public"));
    let first: String =
        templates.iter().map(|(_, text)| text.chars().take(200).collect::<String>()).collect();
    assert!(started.elapsed() < within(30), "it took too long: {first}");
    assert_eq!(ran.code, 1, "{first}\n{}", ran.said());
    assert!(ran.said().contains(said), "{first}\n{}", ran.said());
    assert!(!site.join("public").exists(), "nothing is published");
}

fn home_is_reported(inside: &str, said: &str) {
    is_reported(&[("home".to_owned(), home(inside))], said);
}

const ENDLESS: &str = "de lussen in dit sjabloon houden niet op";
const LARGE: &str = "wat dit sjabloon maakt, wordt te groot";

#[test]
fn no_loop_escapes_the_count() {
    let loops = "{%for a in range(end=100000)%}{%for b in range(end=100000)%}{%endfor%}{%endfor%}";
    for (before, behind) in [
        (r#"{{ "\"" }}"#, r#"{{ "\"" }}"#),
        ("{%--raw%}{{ \" {%endraw%}", "{{ \"\" }}"),
        ("{% raw %}{% endrawer %}{{ \" {% endraw %}", "{{ \"\" }}"),
    ] {
        home_is_reported(&format!("{before}{loops}{behind}"), ENDLESS);
    }
}

#[test]
fn lists_built_in_one_expression_count_too() {
    let lists = "hier wordt een lijst gemaakt binnen een andere lijst";
    home_is_reported("{% set a = [[x for x in range(end=20000)]for y in range(end=20000)] %}", lists);
    home_is_reported("{% set a = [[1for x in range(end=20000)]for y in range(end=20000)] %}", lists);
    home_is_reported(
        "{% set a = range(end=99999) %}{% for b in a %}{% set c = [x for x in a] %}{% endfor %}",
        ENDLESS,
    );
    home_is_reported("{% for a in range(end=99999) %}{{ range(end=99999) | length }}{% endfor %}", ENDLESS);
}

/// A list that holds one list twice, forty times over: small in memory, but endless to walk through.
#[test]
fn a_list_of_itself_counts_at_its_full_size() {
    let doubled = "{% set x = [x, x] %}".repeat(40);
    for end in ["{{ x }}", "{% if x == x %}{% endif %}", "{% set y = x ~ \"a\" %}"] {
        home_is_reported(&format!("{{% set x = [1] %}}{doubled}{end}"), LARGE);
    }
    let tenfold = "{% set x = [x,x,x,x,x,x,x,x,x,x] %}".repeat(8);
    home_is_reported(&format!("{{% set x = [1] %}}{tenfold}{{{{ x }}}}"), LARGE);
}

/// Nine templates that each call the next one ten times: a billion calls without a loop.
#[test]
fn repeated_calls_count_like_loops() {
    let next = |last: &str, call: &dyn Fn(usize) -> String| -> Vec<String> {
        (0..9).map(|at| if at == 8 { last.to_owned() } else { call(at + 1).repeat(10) }).collect()
    };
    let components: String = next("x", &|at| format!("{{{{ <deel{at} /> }}}}"))
        .iter()
        .enumerate()
        .map(|(at, body)| format!("{{% component deel{at}() %}}{body}{{% endcomponent deel{at} %}}\n"))
        .collect();
    let templates =
        [("home".to_owned(), home(&"{{ <deel0 /> }}".repeat(10))), ("delen".to_owned(), components)];
    is_reported(&templates, ENDLESS);

    let included = next("x", &|at| format!("{{% include \"deel{at}.html\" %}}"));
    let mut templates: Vec<_> =
        included.into_iter().enumerate().map(|(at, text)| (format!("deel{at}"), text)).collect();
    templates.push(("home".to_owned(), home(&"{% include \"deel0.html\" %}".repeat(10))));
    is_reported(&templates, ENDLESS);

    let layered = |base: &str| {
        let supers = "{{ super() }}".repeat(10);
        format!("{{% extends \"{base}\" %}}{{% block content %}}{supers}{{% endblock content %}}")
    };
    let mut templates: Vec<_> =
        (0..9).map(|at| (format!("laag{at}"), layered(&format!("laag{}.html", at + 1)))).collect();
    templates.push((
        "laag9".to_owned(),
        "{% extends \"base.html\" %}{% block content %}x{% endblock content %}".to_owned(),
    ));
    templates.push(("home".to_owned(), layered("laag0.html")));
    is_reported(&templates, ENDLESS);
}

#[test]
fn no_value_grows_until_the_memory_is_full() {
    home_is_reported(&format!("{{% set a = \"aa\" %}}{}", "{% set a = a ~ a %}".repeat(45)), LARGE);
    home_is_reported(&format!("{{% set a = [1, 2] %}}{}", "{% set a = [...a, ...a] %}".repeat(45)), LARGE);
    let doubled = "{% set a %}{{ a }}{{ a }}{% endset %}".repeat(45);
    home_is_reported(&format!("{{% set a = \"aa\" %}}{doubled}"), LARGE);
    let text = "een lange zin die steeds weer terugkomt ".repeat(100);
    home_is_reported(&format!("{{% for a in range(end=99999) %}}{text}{{% endfor %}}"), LARGE);
}

/// Values nested too deep would crash the program itself.
#[test]
fn values_cannot_be_nested_without_limit() {
    for (first, next) in [("[1]", "[a]"), ("{\"b\": 1}", "{\"b\": a}")] {
        let laid = format!("{{% set_global a = {next} %}}");
        home_is_reported(
            &format!(
                "{{% set a = {first} %}}{{% for b in range(end=99999) %}}{laid}{{% endfor %}}{{{{ a }}}}"
            ),
            ENDLESS,
        );
    }
}

#[test]
fn one_step_produces_no_more_than_a_page_may_hold() {
    let text = "a".repeat(100_000);
    home_is_reported(
        &format!("{{% set a = \"{text}\" %}}{{{{ a | replace(from=\"a\", to=a) | length }}}}"),
        LARGE,
    );
    home_is_reported(
        &format!("{{% set a = \"{text}\" %}}{{{{ range(end=99999) | join(sep=a) | length }}}}"),
        LARGE,
    );
}

#[test]
fn templates_cannot_include_each_other_without_limit() {
    let mut templates: Vec<_> = (0..3000)
        .map(|at| (format!("deel{at}"), format!("{{% include \"deel{}.html\" %}}", at + 1)))
        .collect();
    templates.push(("deel3000".to_owned(), "x".to_owned()));
    templates.push(("home".to_owned(), home("{% include \"deel0.html\" %}")));
    is_reported(&templates, "en dat weer een ander, meer dan 100 keer");
}

#[test]
fn ordinary_template_code_is_no_mistake() {
    let site = Folder::with(VILLAGE);
    let inside = r#"{% component naam(of) %}<i>{{ of }}</i>{% endcomponent naam %}"#;
    site.write("thema/templates/delen.html", inside);
    site.write("thema/templates/deel.html", "<b>{{ namen | length }}</b>");
    let inside = "{% set namen = [n ~ \"!\" for n in range(start=9, end=3, step_by=-2) if n > 3] %}\
        {% for naam in namen %}{{ <naam of={naam} /> }}{% endfor %}{% include \"deel.html\" %}\
        {% set blok -%} {{ namen | join(sep=\"\\\"\") }} {%- endset %}[{{ blok | replace(from=\"9\", to=\"<\") }}]{{ super() }}";
    site.write("thema/templates/home.html", home(inside));
    let ran = build(site.path(), &site.join("public"));
    assert_eq!(ran.code, 0, "{}", ran.said());
    let page = site.read("public/index.html");
    assert!(page.contains("<i>9!</i><i>7!</i><i>5!</i><b>3</b>[&lt;!&quot;7!&quot;5!]"), "{page}");
    assert!(page.contains("Koffie"), "super() shows the block of the parent: {page}");
}

/// A loop of millions of turns takes a second: once is enough to know it, however many pages there are.
#[test]
fn an_endless_loop_on_every_page_is_tried_once() {
    let site = Folder::with(VILLAGE);
    for number in 0..200 {
        site.write(&format!("paginas/pagina-{number}.md"), format!("# Pagina {number}\n"));
    }
    let loops = "{% for a in range(end=100000) %}{% for b in range(end=100000) %}{% endfor %}{% endfor %}";
    let text = format!(
        "{{% extends \"base.html\" %}}\n{{% block footer_end %}}{loops}{{% endblock footer_end %}}\n"
    );
    site.write("thema/templates/base.html", text);
    let started = Instant::now();
    let ran = build(site.path(), &site.join("public"));
    assert!(ran.code == 1 && ran.said().contains(ENDLESS), "{}", ran.said());
    assert!(started.elapsed() < within(60), "{:?}", started.elapsed());
}
