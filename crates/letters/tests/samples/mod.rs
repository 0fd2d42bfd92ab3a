//! Letters about people who do not exist.

use jisr_letters::{
    AppointmentSlip, ConsentForm, Gender, Letterhead, Receipt, RecoverySlip, ReferralLetter, Tick,
};

pub fn head() -> Letterhead {
    Letterhead {
        center_ar: "مركز المساعدة الاجتماعية الأمل".into(),
        center_fr: "Centre d’assistance sociale Al Amal".into(),
        place_ar: "جماعة أزيلال، إقليم أزيلال".into(),
        place_fr: "Commune d’Azilal, province d’Azilal".into(),
        address: "شارع محمد الخامس، الرقم 12 bis".into(),
        phone: Some("05 23 45 80 12".into()),
        logo: None,
    }
}

/// A green disc, twice as wide as high.
pub fn logo() -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_fn(120, 60, |x, y| {
        let (x, y) = (f64::from(x) - 59.5, f64::from(y) * 2.0 - 59.5);
        let inside = x.hypot(y) < 56.0;
        image::Rgba([20, 110, 80, if inside { 255 } else { 0 }])
    })
    .write_to(&mut png, image::ImageFormat::Png)
    .unwrap_or_default();
    png.into_inner()
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

pub fn receipt() -> Receipt {
    Receipt {
        head: head(),
        number: "14".into(),
        date: "2026-11-22".into(),
        time: "10:42".into(),
        person_ar: "فاطمة الزهراء أيت بن علي".into(),
        person_lat: "Fatima-Zahra Ait Benali".into(),
        gender: Gender::Feminine,
        staff_ar: "نادية المنصوري".into(),
        staff_lat: "Nadia El Mansouri".into(),
        role_ar: "مساعدة اجتماعية".into(),
        role_fr: "assistante sociale".into(),
    }
}

/// Recorded, or blank and to be read with her.
pub fn consent(blank: bool) -> ConsentForm {
    let tick = |ar: &str, fr: &str, given: bool| Tick {
        ar: ar.into(),
        fr: fr.into(),
        given: given && !blank,
    };
    let said = |text: &str| if blank { String::new() } else { text.into() };
    ConsentForm {
        head: head(),
        blank,
        date: said("2026-11-22"),
        person_ar: "فاطمة الزهراء أيت بن علي".into(),
        person_lat: "Fatima-Zahra Ait Benali".into(),
        gender: Gender::Feminine,
        birth: "1994-05-14".into(),
        purposes: vec![
            tick(
                "فتح ملف باسمي وتتبع وضعيتي من طرف المركز",
                "Le centre ouvre un dossier à mon nom et suit ma situation",
                true,
            ),
            tick(
                "إرسال المعلومات الضرورية إلى الشريك الذي أحال عليه",
                "Les renseignements nécessaires sont transmis au partenaire vers lequel je suis orientée",
                true,
            ),
            tick(
                "تبادل معلومات صحتي مع المصالح الصحية",
                "Les renseignements sur ma santé sont échangés avec les services de santé",
                false,
            ),
            tick(
                "إطلاع العدالة على ما يفيد في شكايتي أو حمايتي",
                "La justice reçoit ce qui sert à ma plainte ou à ma protection",
                false,
            ),
            tick(
                "الاتصال بي هاتفيا أو زيارتي في بيتي",
                "Le centre m’appelle ou me rend visite chez moi",
                true,
            ),
            tick(
                "استعمال معطياتي بدون اسم في الإحصاء",
                "Mes données servent aux statistiques, sans mon nom",
                true,
            ),
        ],
        given_by: vec![
            tick("المعنية بالأمر نفسها", "La personne elle-même", true),
            tick(
                "الأب أو الأم أو الولي القانوني",
                "Le père, la mère ou le tuteur légal",
                false,
            ),
            tick("قرار قضائي", "Une décision de justice", false),
        ],
        forms: vec![
            tick("بالإمضاء", "Par signature", true),
            tick(
                "شفويا أمام من سجلها",
                "De vive voix, devant qui l’a noté",
                false,
            ),
            tick("بالبصمة", "Par empreinte", false),
        ],
        until: said("2027-11-22"),
        withheld: said("لا يعطى العنوان للأسرة."),
        withdrawn: String::new(),
        staff_ar: "نادية المنصوري".into(),
        staff_lat: "Nadia El Mansouri".into(),
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
