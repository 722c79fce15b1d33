//! Shares out a list that has no room for everything: villages take turns in it, so that a village with a lot
//! leaves room for one with little.

/// Returns the first `most` items of an ordered list when villages take turns: in each turn, every village
/// gets its next `turn` items. The kept items stay in order. `whose` returns the village; nothing means the
/// portal itself, which also takes turns.
pub(super) fn fair_share<T: Copy>(
    list: &[T],
    most: usize,
    turn: usize,
    whose: impl Fn(T) -> Option<u32>,
) -> Vec<T> {
    if list.len() <= most {
        return list.to_vec();
    }
    // The turn of each item, and how many items every turn has.
    let (mut seen, mut turns, mut sizes) = (Vec::<usize>::new(), Vec::with_capacity(list.len()), Vec::new());
    for item in list {
        let whose = whose(*item).map_or(0, |village| village as usize + 1);
        if whose >= seen.len() {
            seen.resize(whose + 1, 0);
        }
        let at = seen[whose] / turn.max(1);
        seen[whose] += 1;
        if at >= sizes.len() {
            sizes.resize(at + 1, 0);
        }
        sizes[at] += 1;
        turns.push(at);
    }
    let (mut last, mut left) = (0, most);
    while let Some(size) = sizes.get(last).filter(|size| **size <= left) {
        left -= size;
        last += 1;
    }
    let mut kept = Vec::with_capacity(most);
    for (item, turn) in list.iter().zip(turns) {
        if turn < last {
            kept.push(*item);
        } else if turn == last && left > 0 {
            left -= 1;
            kept.push(*item);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One letter for each village, in chronological order.
    fn kept(list: &str, most: usize, turn: usize) -> String {
        let list: Vec<char> = list.chars().collect();
        let whose = |letter: char| (letter != '.').then(|| letter as u32 - 'a' as u32);
        fair_share(&list, most, turn, whose).into_iter().collect()
    }

    #[test]
    fn villages_take_turns_and_the_order_is_kept() {
        assert_eq!(kept("aaab", 4, 1), "aaab", "there is room for everything");
        assert_eq!(kept("aaaaaabc", 4, 1), "aabc");
        assert_eq!(kept("aaaaaabc.", 4, 1), "abc.", "the portal itself also takes turns");
        assert_eq!(kept("aabbccdd", 3, 1), "abc", "among equal villages, the first");
        assert_eq!(kept("aaaaaabaab", 5, 3), "aaabb");
        assert_eq!(kept("aaaaaab", 5, 3), "aaaab", "room that others leave is used");
        assert_eq!(kept("abc", 0, 0), "");
    }
}
