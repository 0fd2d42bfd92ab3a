//! Readable codes of centers and numbers of cases.

/// Letters that stand for a province in case numbers: the first three letters of its French name, or of a
/// chosen word where two provinces would share them. Unknown codes give `XXX`.
pub fn province_letters(province: &str) -> &'static str {
    match province {
        "01.511" => "TNG",
        "01.573" => "MDQ",
        "01.571" => "TET",
        "01.227" => "FAH",
        "01.331" => "LAR",
        "01.051" => "HOC",
        "01.151" => "CHE",
        "01.405" => "OUE",
        "02.411" => "OUJ",
        "02.381" => "NAD",
        "02.167" => "DRI",
        "02.275" => "JER",
        "02.113" => "BER",
        "02.533" => "TAR",
        "02.265" => "GUE",
        "02.251" => "FIG",
        "03.231" => "FES",
        "03.061" => "MEK",
        "03.171" => "HAJ",
        "03.271" => "IFR",
        "03.591" => "MYA",
        "03.451" => "SEF",
        "03.131" => "BOU",
        "03.531" => "TAO",
        "03.561" => "TAZ",
        "04.421" => "RAB",
        "04.441" => "SAL",
        "04.501" => "TEM",
        "04.281" => "KEN",
        "04.291" => "KHM",
        "04.481" => "SKA",
        "04.491" => "SSL",
        "05.091" => "BEN",
        "05.081" => "AZI",
        "05.255" => "FQU",
        "05.301" => "KHN",
        "05.311" => "KHO",
        "06.141" => "CAS",
        "06.371" => "MOH",
        "06.181" => "JAD",
        "06.385" => "NOU",
        "06.355" => "MED",
        "06.111" => "BSL",
        "06.117" => "BRC",
        "06.461" => "SET",
        "06.467" => "SBN",
        "07.351" => "MAR",
        "07.161" => "CHI",
        "07.041" => "HAO",
        "07.191" => "KEL",
        "07.211" => "ESS",
        "07.427" => "REH",
        "07.431" => "SAF",
        "07.585" => "YOU",
        "08.201" => "ERR",
        "08.401" => "OZZ",
        "08.363" => "MID",
        "08.577" => "TIN",
        "08.587" => "ZAG",
        "09.001" => "AGA",
        "09.273" => "INE",
        "09.163" => "CHT",
        "09.541" => "TRD",
        "09.581" => "TIZ",
        "09.551" => "TAT",
        "10.261" => "GLM",
        "10.071" => "ASS",
        "10.521" => "TAN",
        "10.473" => "SIF",
        "11.321" => "LAA",
        "11.121" => "BJD",
        "11.537" => "TRF",
        "11.221" => "SMA",
        "12.391" => "DAK",
        "12.066" => "AOU",
        _ => "XXX",
    }
}

/// Code of a center: its province and its serial there, from 1 (`KEN`, `KEN2`, …).
pub fn center_code(province: &str, serial: u32) -> String {
    let letters = province_letters(province);
    if serial <= 1 {
        letters.to_owned()
    } else {
        format!("{letters}{serial}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_center_of_a_province_is_told_from_the_first() {
        assert_eq!(center_code("04.281", 1), "KEN");
        assert_eq!(center_code("04.281", 2), "KEN2");
    }
}
