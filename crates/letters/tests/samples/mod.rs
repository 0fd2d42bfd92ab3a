//! Letters about people who do not exist.

use jisr_letters::{AppointmentSlip, Gender, Letterhead, RecoverySlip, ReferralLetter};

pub fn head() -> Letterhead {
    Letterhead {
        center_ar: "مركز المساعدة الاجتماعية الأمل".into(),
        center_fr: "Centre d’assistance sociale Al Amal".into(),
        place_ar: "جماعة أزيلال، إقليم أزيلال".into(),
        place_fr: "Commune d’Azilal, province d’Azilal".into(),
        phone: Some("05 23 45 80 12".into()),
    }
}

/// Nadia sends Fatima-Zahra to the hospital of Azilal.
pub fn referral() -> ReferralLetter {
    ReferralLetter {
        head: head(),
        reference: "R-7K3M-9QPT".into(),
        qr: "R-7K3M-9QPT".into(),
        date: "2026-11-22".into(),
        partner_ar: "المستشفى الإقليمي أزيلال، خلية التكفل بالنساء والأطفال".into(),
        partner_fr: "Hôpital provincial d’Azilal, cellule de prise en charge des femmes et des enfants".into(),
        person_ar: "فاطمة الزهراء أيت بن علي".into(),
        person_lat: "Fatima-Zahra Ait Benali".into(),
        gender: Gender::Feminine,
        birth: "1994-05-14".into(),
        case_number: "AZI1-2026-B-00042".into(),
        service_ar: "دعم نفسي".into(),
        service_fr: "Soutien psychologique".into(),
        reason: "تعاني المستفيدة من اضطراب في النوم وقلق شديد منذ 3 أشهر، وتطلب حصصا للدعم النفسي. يمكن الاتصال بها على \
                 الرقم 06 12 34 56 78 بين 9:00 و12:30 (الملف AZI1-2026-B-00042، جلسة 2026-11-20).\n\
                 Elle parle amazighe et darija ; une interprète l’accompagne."
            .into(),
        urgency_ar: "مستعجلة".into(),
        urgency_fr: "Urgent".into(),
        shared: vec![
            ("الهوية ورقم الهاتف".into(), "Identité et numéro de téléphone".into()),
            ("التقرير الاجتماعي بتاريخ 18 نونبر 2026".into(), "Rapport social du 18 novembre 2026".into()),
            ("لغة التواصل".into(), "Langue de communication".into()),
        ],
        caseworker_ar: "نادية المنصوري".into(),
        caseworker_lat: "Nadia El Mansouri".into(),
        caseworker_role_ar: "مساعدة اجتماعية".into(),
        caseworker_role_fr: "Assistante sociale".into(),
        phone: "05 23 45 80 12".into(),
    }
}

pub fn appointment() -> AppointmentSlip {
    AppointmentSlip {
        head: head(),
        person_ar: "فاطمة الزهراء أيت بن علي".into(),
        person_lat: "Fatima-Zahra Ait Benali".into(),
        gender: Gender::Feminine,
        date: "2026-11-30".into(),
        time: "10:30".into(),
        place_ar: "مكتب الاستقبال، الطابق الأول، شارع الحسن الثاني".into(),
        place_fr: "Bureau d’accueil, 1er étage, avenue Hassan II".into(),
        with_ar: "نادية المنصوري".into(),
        with_lat: "Nadia El Mansouri".into(),
        with_role_ar: "مساعدة اجتماعية".into(),
        with_role_fr: "assistante sociale".into(),
        bring: vec![
            ("البطاقة الوطنية للتعريف الإلكترونية".into(), "CNIE".into()),
            ("كناش الحالة المدنية".into(), "Livret de famille".into()),
            ("شهادة السكنى".into(), "Certificat de résidence".into()),
        ],
        phone: "05 23 45 80 12".into(),
    }
}

pub fn recovery() -> RecoverySlip {
    RecoverySlip {
        head: head(),
        code: "7K3M-9QPT-X2VN-8HJD-W5RC-4GBY-ZF6S-1QAE".into(),
        director_ar: "كريم العلوي".into(),
        director_lat: "Karim El Alaoui".into(),
        date: "2026-11-22".into(),
    }
}
