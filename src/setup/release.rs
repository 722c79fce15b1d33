//! The program that hosts download: one version, from one address, identified by its checksum.

/// Where the archives of this version are. The release build sets this; otherwise it is the repository of the
/// project.
const ADDRESS: &str = match option_env!("DORPSPLEIN_RELEASES") {
    Some(address) => address,
    None => "https://github.com/dorpsplein/dorpsplein/releases/download",
};

/// The SHA-256 of the archive that hosts download, if it is known. That archive is built first and cannot
/// contain its own checksum; the programs that people use are built after it, with its checksum in
/// `DORPSPLEIN_LINUX_SHA256`.
const CHECKSUM: Option<&str> = option_env!("DORPSPLEIN_LINUX_SHA256");

/// The address of the archive for hosts: for Linux, with everything in one file.
pub(super) fn archive() -> String {
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "{}/v{version}/dorpsplein-host-v{version}-x86_64-unknown-linux-musl.tar.gz",
        ADDRESS.trim_end_matches('/')
    )
}

/// The checksum of that archive, if known: 64 hexadecimal digits.
pub(super) fn checksum() -> Option<&'static str> {
    CHECKSUM.filter(|sum| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
