//! Measures what other processes cost: wall-clock time, processor time and peak memory.

use std::fs;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread::{available_parallelism, scope, sleep};
use std::time::{Duration, Instant};

use super::status_mb;

/// Wall-clock seconds, and processor seconds (user and system).
pub struct Cost {
    pub wall: f64,
    pub cpu: f64,
}

/// Ticks of the processor clock per second, as Linux reports them to programs.
const TICKS: f64 = 100.0;

/// Runs these processes to completion, as many at a time as there are cores.
pub fn cost(commands: Vec<Command>) -> Cost {
    let at_a_time = available_parallelism().map_or(1, usize::from).min(commands.len());
    let queue = Mutex::new(commands);
    let (started, before) = (Instant::now(), children_cpu());
    scope(|scope| {
        for _ in 0..at_a_time {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().expect("no thread stopped").pop();
                    let Some(mut command) = next else { break };
                    let output = command.output().expect("it runs");
                    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                }
            });
        }
    });
    Cost { wall: started.elapsed().as_secs_f64(), cpu: children_cpu() - before }
}

/// Returns the processor time of all children that ended; NaN if the system does not report it.
fn children_cpu() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may contain spaces.
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: Vec<f64> =
        after_name.split_whitespace().skip(13).take(2).filter_map(|field| field.parse().ok()).collect();
    if ticks.len() == 2 { ticks.iter().sum::<f64>() / TICKS } else { f64::NAN }
}

/// Runs a process to completion, and reads its peak memory every millisecond; returns it in MB.
pub fn peak(mut command: Command) -> f64 {
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs");
    let process = child.id().to_string();
    let mut most = 0.0f64;
    while child.try_wait().expect("our child").is_none() {
        most = most.max(status_mb(&process, "VmHWM:").unwrap_or(0.0));
        sleep(Duration::from_millis(1));
    }
    most
}
