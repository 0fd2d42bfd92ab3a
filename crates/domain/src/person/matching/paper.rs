//! Numbers of papers and telephones, one slip of the pen apart.

/// Whether `one` becomes `other` by one character changed, dropped, added, or two neighbours exchanged
/// (Damerau's four errors, which make most mistyped numbers).
pub(super) fn one_slip(one: &str, other: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a == b || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let head = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let most = a.len().min(b.len()) - head;
    let tail = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take(most)
        .take_while(|(x, y)| x == y)
        .count();
    match (&a[head..a.len() - tail], &b[head..b.len() - tail]) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([p, q], [r, s]) => p == s && q == r,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::one_slip;

    #[test]
    fn one_slip_is_near_and_two_are_not() {
        for near in ["AB123457", "AB12356", "AB1234560", "AB132456", "BA123456"] {
            assert!(one_slip("AB123456", near), "{near}");
            assert!(one_slip(near, "AB123456"), "{near}");
        }
        for far in ["AB123456", "AB123477", "AB12", "BA123457", ""] {
            assert!(!one_slip("AB123456", far), "{far}");
        }
    }
}
