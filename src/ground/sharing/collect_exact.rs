//! Vectors without spare capacity, for lists that are kept for a long time.

/// Collects items into a vector with exactly their number as capacity. A vector that grew keeps its spare
/// room, and one that was collected from another vector keeps all of that one's. Shrinking is not enough: an
/// allocator may leave a block as it is until half of it is free.
pub fn collect_exact<T>(items: impl ExactSizeIterator<Item = T>) -> Vec<T> {
    let mut list = Vec::with_capacity(items.len());
    list.extend(items);
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exact_list_has_no_spare_capacity() {
        let mut grown = Vec::with_capacity(64);
        grown.extend(["a", "b", "c"]);
        let list = collect_exact(grown.into_iter());
        assert_eq!((list.as_slice(), list.capacity()), (["a", "b", "c"].as_slice(), 3));
    }
}
