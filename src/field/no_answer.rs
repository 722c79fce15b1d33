//! Reports words such as `geen` and `ja` where they would be shown as the value itself, in Dutch and English.

use super::contact_messages::{is_nothing, with_nothing_there};
use super::reader::FieldReader;
use super::unsettled::is_only_not_known;
use crate::ground::{Both, Code, Diagnostic, Place, both, fold};
use crate::read::Node;

/// Reports an optional value that only says that there is none, that it is not known, or that there is one:
/// `contact: geen`, `huisregels: ja`. Returns whether it did.
pub(crate) fn reports_no_answer(typed: &str, node: &Node, reader: &mut FieldReader<'_>) -> bool {
    if !reader.is_optional() {
        return false;
    }
    let remark = || Diagnostic::new(Code::NoAnswer, reader.place(node.span), shown_literally(typed));
    let remark = if is_nothing(typed) || is_only_not_known(typed) {
        with_nothing_there(remark())
    } else if is_yes(typed) {
        to_be_filled_in(remark())
    } else {
        return false;
    };
    reader.report(remark);
    true
}

/// Asks for the value itself, where only yes was written.
pub(crate) fn to_be_filled_in(remark: Diagnostic) -> Diagnostic {
    remark.hint(both(
        "vul in wat hier hoort, of haal de regel weg",
        "fill in what belongs here, or remove the line",
    ))
}

/// Whether a value only says yes.
pub(crate) fn is_yes(typed: &str) -> bool {
    matches!(fold(typed).as_str(), "ja" | "jawel" | "yes" | "true")
}

fn shown_literally(typed: &str) -> Both {
    both(
        format!("'{typed}' komt zo zelf op de site te staan"),
        format!("'{typed}' itself would appear on the site"),
    )
}

/// Reports `kosten: ja`, which says that there is a price, but not which.
pub(super) fn price_without_amount(place: Place, typed: &str) -> Diagnostic {
    Diagnostic::new(Code::NoAnswer, place, shown_literally(typed)).hint(both(
        "hoeveel kost het? Schrijf bijvoorbeeld: 3,50, of: leden 2,50, anderen 5",
        "how much is it? Write for example: 3.50, or: members 2.50, others 5",
    ))
}
