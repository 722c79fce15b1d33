//! Wraps the library for signatures in the format of minisign, by which a pair of keys shows who made a
//! package.

use std::fmt;
use std::io::Cursor;

use minisign::{KeyPair, PublicKey, SecretKey, SecretKeyBox, SignatureBox};

/// The lengths of the lines of a signature: that of the file, with the key's number, and that of the comment.
const SIGNATURE_LINE_LENGTH: usize = 100;
const GLOBAL_LINE_LENGTH: usize = 88;

/// The largest signature or key, in bytes: they are a few lines.
pub const LARGEST_KEY_FILE: u64 = 8 * 1024;

/// The extension of a signature, after the name of its package: `gelderland-1.4.0.zip.minisig`.
pub const SIGNATURE_ENDING: &str = ".minisig";

/// The extension of the signer's public key.
pub const KEY_ENDING: &str = ".pub";

/// The public key of a publisher.
#[derive(Clone, Debug, PartialEq)]
pub struct Key(PublicKey);

impl Eq for Key {}

impl Key {
    /// Reads a key: its line, or a file with a comment above it.
    pub fn parse(text: &str) -> Option<Self> {
        let is_short = text.len() as u64 <= LARGEST_KEY_FILE;
        let mut lines = text.lines().map(str::trim).filter(|line| is_short && !line.is_empty());
        let line = lines.next_back().filter(|line| line.is_ascii())?;
        PublicKey::from_base64(line).ok().map(Self)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_base64())
    }
}

/// The two files of a new pair of keys.
#[derive(Clone, Debug)]
pub struct KeyFiles {
    /// The public key, which anyone may have.
    pub public: String,
    /// The secret key, which stays with the signer.
    pub secret: String,
}

/// Creates a pair of keys; with a password, someone who finds the secret one cannot use it. `None` when the
/// system cannot generate random numbers.
pub fn make_keys(password: Option<&str>) -> Option<KeyFiles> {
    let pair = match password {
        Some(password) => KeyPair::generate_encrypted_keypair(Some(password.to_owned())),
        None => KeyPair::generate_unencrypted_keypair(),
    };
    let KeyPair { pk, sk } = pair.ok()?;
    let public = pk.to_box().ok()?.into_string();
    let secret = sk.to_box(None).ok()?.into_string();
    Some(KeyFiles { public, secret })
}

/// Whether a secret key needs a password; `None` when it is not a secret key.
pub fn needs_password(secret: &str) -> Option<bool> {
    let lines: Vec<&str> = secret.lines().collect();
    let is_key = secret.len() as u64 <= LARGEST_KEY_FILE && lines.len() >= 2 && lines[1].is_ascii();
    let boxed = || SecretKeyBox::from(secret.to_owned());
    // An unencrypted key can be read as such; of an encrypted one, the first bytes show that it is a key.
    match is_key.then(|| SecretKey::from_unencrypted_box(boxed())) {
        Some(Ok(_)) => Some(false),
        Some(Err(_)) if lines[1].starts_with("RWRTY") => Some(true),
        _ => None,
    }
}

/// Signs bytes, with a comment that is signed too. `None` when the password is not that of the key.
pub fn sign(secret: &str, password: Option<&str>, bytes: &[u8], remark: &str) -> Option<String> {
    let boxed = SecretKeyBox::from(secret.to_owned());
    let key = match password {
        Some(password) => SecretKey::from_box(boxed, Some(password.to_owned())),
        None => SecretKey::from_unencrypted_box(boxed),
    };
    let own = "signature of a theme";
    let signed = minisign::sign(None, &key.ok()?, Cursor::new(bytes), Some(remark), Some(own));
    signed.ok().map(SignatureBox::into_string)
}

/// Why a signature is not trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Distrust {
    /// It is not a signature.
    Unreadable,
    /// It was not made with this key, or not for these bytes.
    Wrong,
}

/// Checks that bytes were signed with the secret half of this key.
///
/// # Errors
/// When they were not.
pub fn verify(bytes: &[u8], signature: &str, key: &Key) -> Result<(), Distrust> {
    let lines: Vec<&str> = signature.lines().map(str::trim).collect();
    let long = |at: usize, length: usize| lines.get(at).is_some_and(|line: &&str| line.len() == length);
    // The library assumes that these lines are complete, apart from blanks.
    if signature.len() as u64 > LARGEST_KEY_FILE
        || !long(1, SIGNATURE_LINE_LENGTH)
        || !long(3, GLOBAL_LINE_LENGTH)
    {
        return Err(Distrust::Unreadable);
    }
    let signature = SignatureBox::from_string(signature).map_err(|_| Distrust::Unreadable)?;
    let trusted = minisign::verify(&key.0, &signature, Cursor::new(bytes), true, false, false);
    trusted.map_err(|_| Distrust::Wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_valid_only_for_its_own_key_and_content() {
        let keys = make_keys(None).expect("keys");
        let other = make_keys(None).and_then(|keys| Key::parse(&keys.public)).expect("a key");
        let key = Key::parse(&keys.public).expect("a key");
        assert_eq!(Key::parse(&key.to_string()).as_ref(), Some(&key));
        assert_eq!(needs_password(&keys.secret), Some(false));
        let signed = sign(&keys.secret, None, b"thema", "overijssel 1.0.0").expect("a signature");
        assert!(signed.contains("trusted comment: overijssel 1.0.0"), "{signed}");
        assert_eq!(verify(b"thema", &signed, &key), Ok(()));
        assert_eq!(verify(b"thema!", &signed, &key), Err(Distrust::Wrong));
        assert_eq!(verify(b"thema", &signed, &other), Err(Distrust::Wrong));
        let remark = signed.replace("overijssel 1.0.0", "overijssel 9.0.0");
        assert_eq!(verify(b"thema", &remark, &key), Err(Distrust::Wrong));
    }

    #[test]
    fn a_password_locks_the_secret_key() {
        let keys = make_keys(Some("hooiberg")).expect("keys");
        assert_eq!(needs_password(&keys.secret), Some(true));
        assert_eq!(sign(&keys.secret, None, b"thema", "a 1.0.0"), None);
        assert_eq!(sign(&keys.secret, Some("strohalm"), b"thema", "a 1.0.0"), None);
        let signed = sign(&keys.secret, Some("hooiberg"), b"thema", "a 1.0.0").expect("a signature");
        let key = Key::parse(&keys.public).expect("a key");
        assert_eq!(verify(b"thema", &signed, &key), Ok(()));
    }

    #[test]
    fn a_truncated_signature_is_invalid() {
        let keys = make_keys(None).expect("keys");
        let key = Key::parse(&keys.public).expect("a key");
        let signed = sign(&keys.secret, None, b"thema", "a 1.0.0").expect("a signature");
        for end in 0..signed.trim_end().len() {
            assert!(verify(b"thema", &signed[..end], &key).is_err(), "{end}");
        }
        let remark = signed.lines().nth(3).expect("the line of the comment");
        let with_blanks = signed.replace(remark, &format!("    {}", &remark[4..]));
        assert_eq!(verify(b"thema", &with_blanks, &key), Err(Distrust::Unreadable));
        assert_eq!(needs_password("iets anders\nRWR"), None);
        assert_eq!(Key::parse("geen sleutel"), None);
    }
}
