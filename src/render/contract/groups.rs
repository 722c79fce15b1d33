//! Treats groups with the same fields as one group, which is described once, under a name.

use std::collections::BTreeMap;

use super::shape::Shape;

/// A group is described under a name when it has at least this many fields and occurs at least this often.
const FEWEST_FIELDS: usize = 3;
const FEWEST_PLACES: usize = 2;

/// The groups by field names.
#[derive(Debug, Default)]
pub(super) struct Groups {
    by_fields: BTreeMap<Vec<String>, Group>,
}

#[derive(Debug, Default)]
struct Group {
    shape: Shape,
    /// The names under which it occurs, with how often.
    names: BTreeMap<String, usize>,
    name: String,
}

impl Groups {
    /// Gathers the groups in a shape that occurs under this name.
    pub(super) fn gather(&mut self, name: &str, shape: &Shape) {
        if shape.fields().len() >= FEWEST_FIELDS {
            let fields = shape.fields().keys().cloned().collect();
            let group = self.by_fields.entry(fields).or_default();
            group.shape.merge(shape);
            *group.names.entry(name.to_owned()).or_default() += 1;
        }
        if let Some(items) = shape.items() {
            self.gather(name, items);
        }
        for (key, field) in shape.fields() {
            self.gather(key, field);
        }
    }

    /// Names every group that occurs often enough: after the name under which it occurs most.
    pub(super) fn name_all(&mut self) {
        self.by_fields.retain(|_, group| group.names.values().sum::<usize>() >= FEWEST_PLACES);
        let mut times_given: BTreeMap<String, usize> = BTreeMap::new();
        for group in self.by_fields.values_mut() {
            let most =
                group.names.iter().max_by_key(|(name, times)| (**times, std::cmp::Reverse((*name).clone())));
            let name = most.map_or_else(String::new, |(name, _)| name.clone());
            let number = times_given.entry(name.clone()).or_default();
            *number += 1;
            group.name = if *number == 1 { name } else { format!("{name}-{number}") };
        }
    }

    /// The name of the group with the fields of this shape.
    pub(super) fn name_of(&self, shape: &Shape) -> Option<&str> {
        let fields: Vec<String> = shape.fields().keys().cloned().collect();
        self.by_fields.get(&fields).map(|group| group.name.as_str())
    }

    /// The groups with their names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Shape)> {
        self.by_fields.values().map(|group| (group.name.as_str(), &group.shape))
    }
}
