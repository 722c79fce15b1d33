//! Work that is shared out, done once, or kept for the next time.

mod meet;
mod parallel;
mod remembered;
mod quick_map;
mod exact;
mod kept;

pub use exact::exact;
pub use kept::Kept;
pub use meet::meet;
pub use parallel::{
    both_at_once, in_parallel, in_parallel_apart, let_go, on_threads, one_core_each, while_waiting,
};
pub use quick_map::{QuickMap, quick_map};
pub use remembered::Remembered;
