//! The program's entry point: passes the arguments to the command line and exits with its code.

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    dorpsplein::cli::run(std::env::args_os()).into()
}
