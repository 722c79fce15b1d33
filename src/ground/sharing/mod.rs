//! Work that is divided over cores, done only once, or kept for the next time.

mod merge_join;
mod parallel;
mod memo_table;
mod quick_map;
mod collect_exact;
mod lru_cache;

pub use collect_exact::collect_exact;
pub use lru_cache::LruCache;
pub use memo_table::MemoTable;
pub use merge_join::merge_join;
pub use parallel::{
    both_at_once, drop_in_background, in_parallel, in_parallel_on_own_threads, on_threads, one_core_each,
    while_waiting,
};
pub use quick_map::{QuickMap, quick_map};
