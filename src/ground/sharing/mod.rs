//! Work that is divided over cores, done only once, or kept for the next time.

mod meet;
mod parallel;
mod memo_table;
mod quick_map;
mod exact;
mod lru_cache;

pub use exact::exact;
pub use lru_cache::LruCache;
pub use meet::meet;
pub use memo_table::MemoTable;
pub use parallel::{
    both_at_once, drop_in_background, in_parallel, in_parallel_apart, on_threads, one_core_each,
    while_waiting,
};
pub use quick_map::{QuickMap, quick_map};
