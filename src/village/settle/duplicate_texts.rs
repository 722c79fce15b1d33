//! Reports duplicate texts, such as the copy that a file manager makes: `koffie (1).md` beside `koffie.md`.

use super::messages;
use crate::ground::{Place, QuickMap, Remarks, quick_map};
use crate::read::{Source, copied_from};

/// Reports every text that is identical to another in the same folder, or is named like a copy of it. The one
/// with the shorter name is taken as the original, because copies get longer names.
pub(super) fn report(source: &Source, remarks: &mut Remarks) {
    let mut in_order: Vec<_> = source.texts.iter().filter(|file| !file.text.trim().is_empty()).collect();
    in_order.sort_by_key(|file| (file.path.as_str().len(), file.path.as_str()));
    let mut by_text: QuickMap<(&str, &str), &str> = quick_map(in_order.len());
    let mut by_name: QuickMap<(&str, &str), &str> = quick_map(in_order.len());
    for file in in_order {
        let path = file.path.as_str();
        by_name.insert((file.path.parent(), file.path.stem()), path);
        let original =
            copied_from(file.path.stem()).and_then(|stem| by_name.get(&(file.path.parent(), stem)));
        let first = *by_text.entry((file.path.parent(), &*file.text)).or_insert(path);
        if first != path {
            remarks.add(messages::same_text(Place::of_file(file.path.shared()), first));
        } else if let Some(original) = original {
            remarks.add(messages::named_as_copy(Place::of_file(file.path.shared()), original));
        }
    }
}
