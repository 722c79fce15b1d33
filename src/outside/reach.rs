//! Decides which machines may be contacted: only those on the open internet. A village folder may come from
//! anyone, and must not become a way to probe the network in which it is checked.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Which machines may be contacted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Only machines on the open internet.
    Internet,
    /// The machine itself too: for tests.
    ThisMachineToo,
}

impl Reach {
    /// Whether a machine may be contacted.
    pub fn allows(self, address: IpAddr) -> bool {
        is_public(address) || self == Self::ThisMachineToo && address.is_loopback()
    }
}

fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// Excludes the registry of special-purpose addresses: RFC 6890 and its additions.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_special = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_multicast()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b));
    !is_special
}

/// Among IPv6 addresses only the block for global unicast is public, without the addresses that embed an IPv4
/// address.
fn is_public_v6(address: Ipv6Addr) -> bool {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return is_public_v4(mapped);
    }
    let [first, second, ..] = address.segments();
    let is_given_out = first & 0xe000 == 0x2000;
    let is_tunnel = first == 0x2002 || (first == 0x2001 && second < 0x0200);
    let is_documentation = (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    is_given_out && !is_tunnel && !is_documentation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_inside_a_network_are_never_contacted() {
        for inside in [
            "127.0.0.1",
            "127.9.9.9",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.178.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "0.1.2.3",
            "192.0.0.8",
            "198.18.0.1",
            "203.0.113.7",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::ffff:10.0.0.1",
            "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "2001::1",
            "2001:db8::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "ff02::1",
        ] {
            let address: IpAddr = inside.parse().expect("an address");
            assert!(!Reach::Internet.allows(address), "{inside}");
        }
        for public in
            ["93.184.216.34", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2a00:1450::1", "2001:4860::1"]
        {
            assert!(Reach::Internet.allows(public.parse().expect("an address")), "{public}");
        }
    }

    #[test]
    fn a_test_may_contact_this_machine_and_no_other() {
        let allows = |address: &str| Reach::ThisMachineToo.allows(address.parse().expect("an address"));
        assert!(allows("127.0.0.1") && allows("::1"));
        assert!(!allows("10.0.0.1") && !allows("169.254.169.254"));
    }
}
