//! Lists that are kept long, with no room left over.

/// These in a list of exactly that length. One that grew keeps the room it grew into, and one that was collected from
/// another list all of that list's; to be told to shrink is not enough: allocators may leave a block as it is until half
/// of it is free.
pub fn exact<T>(items: impl ExactSizeIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::with_capacity(items.len());
    list.extend(items);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_has_no_room_left_over() {
        let mut grown = Vec::with_capacity(64);
        grown.extend(["a", "b", "c"]);
        let list = exact(grown.into_iter());
        assert_eq!((list.as_slice(), list.capacity()), (["a", "b", "c"].as_slice(), 3));
    }
}
