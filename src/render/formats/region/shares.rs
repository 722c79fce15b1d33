//! A list that does not hold everything is shared: villages take turns in it, so that who tells very much leaves room for
//! who tells little.

/// The first `most` of a list that is in order, when villages take turns: in a turn each has its next `turn`. What is kept
/// stays in the order of the list. `whose` tells the village; nothing is the portal itself, which takes turns as well.
pub(super) fn fair<T: Copy>(
    list: &[T],
    most: usize,
    turn: usize,
    whose: impl Fn(T) -> Option<u32>,
) -> Vec<T> {
    if list.len() <= most {
        return list.to_vec();
    }
    // In which turn each comes, and how many in every turn.
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

    /// One letter for each village, in the order of time.
    fn kept(list: &str, most: usize, turn: usize) -> String {
        let list: Vec<char> = list.chars().collect();
        let whose = |letter: char| (letter != '.').then(|| letter as u32 - 'a' as u32);
        fair(&list, most, turn, whose).into_iter().collect()
    }

    #[test]
    fn villages_take_turns_and_the_order_stays() {
        assert_eq!(kept("aaab", 4, 1), "aaab", "what fits is not shared");
        assert_eq!(kept("aaaaaabc", 4, 1), "aabc");
        assert_eq!(kept("aaaaaabc.", 4, 1), "abc.", "the portal itself takes turns as well");
        assert_eq!(kept("aabbccdd", 3, 1), "abc", "of who comes as often, the first");
        assert_eq!(kept("aaaaaabaab", 5, 3), "aaabb");
        assert_eq!(kept("aaaaaab", 5, 3), "aaaab", "what others leave is not left empty");
        assert_eq!(kept("abc", 0, 0), "");
    }
}
