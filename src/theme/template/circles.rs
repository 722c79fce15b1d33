//! Templates and components that lead back to themselves, so that rendering them would never end, or that
//! call each other so deeply that the machine has no room for it.

use std::collections::BTreeMap;

use super::calls::{Called, calls};
use super::layer_template::LayerTemplate;

/// A template or a component, by the number of its template and its name.
type Node = (usize, Option<String>);

/// The longest path through calls: far longer than any theme needs.
const DEEPEST: usize = 100;

/// A call that closes a circle or leads too deep: its template, the bytes of the name there, and that name.
pub(crate) struct Circle {
    pub(crate) template: usize,
    pub(crate) place: (usize, usize),
    pub(crate) name: String,
    /// Whether it leads back to itself.
    pub(crate) is_endless: bool,
}

/// Returns every circle, by the call that closes it, and every path that is too long, by its first call.
/// `layers` holds the names of the layers, lowest first.
pub(crate) fn circles(templates: &[LayerTemplate], layers: &[String]) -> Vec<Circle> {
    let mut components: BTreeMap<String, usize> = BTreeMap::new();
    let mut all = Vec::with_capacity(templates.len());
    for (number, template) in templates.iter().enumerate() {
        let (calls, defined) = calls(&template.text);
        // Templates come lowest layer first: of components with the same name, the topmost counts.
        components.extend(defined.into_iter().map(|name| (name, number)));
        all.push(calls);
    }
    let by_name = |name: &str| {
        let exact = templates.iter().position(|template| {
            let layer = layers.get(template.layer).map_or("", String::as_str);
            name.strip_prefix(layer).and_then(|rest| rest.strip_prefix('/')) == Some(template.name.as_str())
        });
        exact.or_else(|| templates.iter().rposition(|template| template.name.as_str() == name))
    };
    let mut edges: BTreeMap<Node, Vec<(Node, Step)>> = BTreeMap::new();
    for (number, calls) in all.iter().enumerate() {
        for call in calls {
            let to = match &call.called {
                Called::Template(name) => by_name(name).map(|at| (at, None)),
                Called::Component(name) => components.get(name).map(|at| (*at, Some(name.clone()))),
            };
            let Some(to) = to else { continue };
            let (Called::Template(name) | Called::Component(name)) = &call.called;
            let step = Step { template: number, place: call.place, name: name.clone() };
            edges.entry((number, call.from.clone())).or_default().push((to, step));
        }
    }
    let is_shipped = |step: &Step| templates.get(step.template).is_some_and(|it| it.is_shipped);
    closing_steps(&edges, is_shipped)
        .into_iter()
        .map(|(step, is_endless)| circle_of(step, is_endless, templates))
        .collect()
}

/// A step from one node to another, with the place to report.
#[derive(Clone)]
struct Step {
    template: usize,
    place: (usize, usize),
    name: String,
}

fn circle_of(step: Step, is_endless: bool, templates: &[LayerTemplate]) -> Circle {
    let written = |at| templates.get(step.template).map_or(at, |template| template.written_at(at));
    let place = (written(step.place.0), written(step.place.1));
    Circle { template: step.template, place, name: step.name, is_endless }
}

enum Seen {
    OnTheWay,
    /// The length of the longest path down from there.
    Done(usize),
}

/// Returns the steps that lead back to a node on the path, with `true`, and those that make a path too long,
/// with `false`. Does not recurse, as themes may be hostile. Of a circle through templates that come with the
/// program, the step is one that does not.
fn closing_steps(
    edges: &BTreeMap<Node, Vec<(Node, Step)>>,
    is_shipped: impl Fn(&Step) -> bool,
) -> Vec<(Step, bool)> {
    let mut seen: BTreeMap<&Node, Seen> = BTreeMap::new();
    let mut closing = Vec::new();
    for start in edges.keys() {
        if seen.contains_key(start) {
            continue;
        }
        seen.insert(start, Seen::OnTheWay);
        let mut way = vec![(start, 0)];
        while let Some((node, next)) = way.last_mut() {
            let step = edges.get(*node).and_then(|steps| steps.get(*next));
            *next += 1;
            match step {
                Some((to, step)) => match seen.get(to) {
                    Some(Seen::OnTheWay) => {
                        let circle = way.iter().skip_while(|(node, _)| *node != to);
                        let steps = circle.filter_map(|(node, next)| edges.get(*node)?.get(next - 1));
                        let own = steps.map(|(_, step)| step).find(|step| !is_shipped(step));
                        let own = Some(step).filter(|step| !is_shipped(step)).or(own);
                        closing.push((own.unwrap_or(step).clone(), true));
                    }
                    Some(Seen::Done(_)) => {}
                    None => {
                        seen.insert(to, Seen::OnTheWay);
                        way.push((to, 0));
                    }
                },
                None => {
                    let node = *node;
                    let below = edges.get(node).into_iter().flatten().map(|(to, step)| match seen.get(to) {
                        Some(Seen::Done(length)) => (length + 1, step),
                        _ => (1, step),
                    });
                    let (length, step) = below.max_by_key(|(length, _)| *length).unzip();
                    let is_too_long = length > Some(DEEPEST);
                    closing.extend(step.filter(|_| is_too_long).map(|step| (step.clone(), false)));
                    // What is reported is put aside, so paths end there.
                    seen.insert(node, Seen::Done(length.filter(|_| !is_too_long).unwrap_or(0)));
                    way.pop();
                }
            }
        }
    }
    closing
}
