//! Numbers of cases, unique without a network.

/// `KEN-2026-B-00042`: center, year, device, count of that device in that year. Before the hub has named
/// the center and labelled the device, the label is four characters of the device key, so that two laptops
/// that never met cannot print the same number.
pub fn case_number(center_code: &str, year: i32, device_label: &str, count: u32) -> String {
    format!("{center_code}-{year}-{device_label}-{count:05}")
}

/// Label of the `n`-th device of a center, from 0: A … Z, AA, AB …
pub fn device_label(n: u32) -> String {
    let mut label = String::new();
    let mut rest = n + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
        label.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    label
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_go_on_after_z() {
        assert_eq!(
            ["A", "Z", "AA", "AB", "AZ", "BA"],
            [0, 25, 26, 27, 51, 52]
                .map(device_label)
                .each_ref()
                .map(String::as_str)
        );
        assert_eq!(case_number("KEN", 2026, "B", 42), "KEN-2026-B-00042");
    }
}
