//! Every code that can reach a person, declared once: the words for it are in the locales under `error.<code>`.
//!
//! `says` names what its words are told, and use; `also` what is handed on to the interface beside them. A test
//! walks [`Code::ALL`] through the three locales.

mod declare;

use declare::codes;

codes! {
    // The request.
    /// No such command; `command` names it.
    UnknownCommand = "unknown_command" also ["command"];
    /// The argument has not the expected shape; `detail` says where, for whoever wrote the caller.
    Argument = "argument" also ["detail"];
    /// Nobody unlocked the program.
    Locked = "locked";
    /// Not for this role.
    Forbidden = "forbidden";
    /// No such record, or none this person may know of.
    NotFound = "not_found";
    /// A defect of the program.
    Internal = "internal";
    /// A thread died while it held a lock.
    RestartNeeded = "restart_needed";
    /// A page that cannot be made, by a defect of the program.
    LetterFailed = "letter_failed";
    /// A letter cannot do without `field`.
    LetterMissing = "letter_missing" says ["field"];
    /// More than `limit` characters, or lines of a list: what must not be cut is not printed.
    LetterTooLong = "letter_too_long" says ["field", "limit"];
    /// `field` is no date, hour or code a letter can carry.
    LetterUnreadable = "letter_unreadable" says ["field"];

    // What a field holds; `field` names it.
    /// It is empty.
    Required = "required" says ["field"];
    /// Longer than any text kept.
    TextTooLong = "text_too_long" says ["field"];
    /// Not one of the values there are.
    UnknownValue = "unknown_value" says ["field"];
    /// No name in any script, no nickname.
    NameMissing = "name_missing" also ["field"];
    /// Neither a sex nor that it is not known.
    SexMissing = "sex_missing" also ["field"];
    /// Neither a birth, an age nor that it is not known.
    BirthMissing = "birth_missing" also ["field"];
    /// Neither a year nor a day, or one to come.
    BirthUnreadable = "birth_unreadable" also ["field"];
    /// A day nobody lives in.
    DayAbsurd = "day_absurd" also ["field"];
    /// Before what it must follow.
    DayBefore = "day_before" also ["field"];
    /// Said to have happened tomorrow.
    DayToCome = "day_to_come" also ["field"];
    /// Below zero.
    Negative = "negative" also ["field"];
    /// An amount that is not in figures, in dirhams.
    AmountUnreadable = "amount_unreadable" also ["field"];
    /// An amount that can mean two things: «2.500».
    AmountUnclear = "amount_unclear" also ["field"];
    /// An amount with smaller parts than a centime.
    AmountTooFine = "amount_too_fine" also ["field"];
    /// An amount with centimes where whole dirhams are kept.
    AmountNotWhole = "amount_not_whole" also ["field"];
    /// An amount above what is ever kept.
    AmountTooLarge = "amount_too_large" also ["field"];
    /// An amount ten times the usual, which nobody said is meant.
    AmountUnusual = "amount_unusual" also ["field"];
    /// It is about somebody else.
    OtherPerson = "other_person" also ["field"];
    /// Somebody tied to themselves.
    SamePerson = "same_person" also ["field"];

    // Rules of the trade.
    /// The view did not show what is there.
    StaleView = "stale_view";
    /// The passage at the desk is another person's.
    ReceptionTaken = "reception_taken";
    /// The clock of the device is not believed: numbers and papers that carry its day wait for somebody to say so.
    ClockDoubtful = "clock_doubtful";
    /// Nobody asked yet whether contact is safe.
    SafeContactFirst = "safe_contact_first";
    /// Contact is safe at certain hours, and nobody wrote which.
    SafeHoursFirst = "safe_hours_first";
    /// The person said that contact is not safe.
    ContactUnsafe = "contact_unsafe";
    /// The card says that contact is less safe than the answer given now, and nobody was asked.
    SafeContactDiffers = "safe_contact_differs";
    /// Nothing is shared without consent.
    ConsentNeeded = "consent_needed";
    /// Not what follows where the referral stands.
    ReferralOrder = "referral_order";
    /// The case is open.
    CaseOpen = "case_open";
    /// The case is closed.
    CaseClosed = "case_closed";
    /// Something in the case is still open, and nobody said what becomes of it; `open` lists it.
    CaseUnfinished = "case_unfinished" also ["open"];
    /// Not among those a sealed case names.
    NotNamed = "not_named";
    /// Whoever a sealed case is given to stays named in it, unless they agree or a director says why.
    StaysNamed = "stays_named";
    /// Follows the case already.
    AssignedAlready = "assigned_already";
    /// Does not follow the case.
    NotAssigned = "not_assigned";
    /// Somebody must follow the case.
    LastAssigned = "last_assigned";
    /// The two records are one person already.
    JoinedAlready = "joined_already";
    /// In the household already.
    AlreadyMember = "already_member";
    /// A household has one head, who lives there.
    OneHead = "one_head" also ["field"];
    /// A confidential situation is kept in a restricted or sealed case.
    RestrictedCaseNeeded = "restricted_case_needed" also ["field"];
    /// The case follows this protocol already.
    ProtocolRunning = "protocol_running";
    /// Larger than any attachment kept, or empty.
    AttachmentSize = "attachment_size" says ["megabytes"];
    /// Neither a JPEG, PNG or WebP image nor a PDF.
    AttachmentType = "attachment_type";
    /// A picture as iPhones keep it, which few programs can show.
    AttachmentHeic = "attachment_heic";
    /// A picture that cannot be drawn: cut short, damaged, or larger than any camera makes.
    AttachmentUnreadable = "attachment_unreadable";
    /// A logo that is no JPEG, PNG or WebP image.
    LogoType = "logo_type";
    /// The record is here, its bytes have not arrived.
    AttachmentNotHere = "attachment_not_here";
    /// What lies on the disk is not what was put there.
    AttachmentDamaged = "attachment_damaged";
    /// Taken back as a mistake: its content is not shown.
    AttachmentWithdrawn = "attachment_withdrawn";
    /// A list larger than is ever read, packed or unpacked.
    ImportSize = "import_size" says ["megabytes"];
    /// A list of more rows than are read at once.
    ImportRows = "import_rows" says ["limit"];
    /// A list wider than any list.
    ImportColumns = "import_columns" says ["limit"];
    /// Neither CSV nor an Excel workbook, whatever its name.
    ImportType = "import_type";
    /// A workbook of before 2007.
    ImportOldFormat = "import_old_format";
    /// A workbook under a password.
    ImportProtected = "import_protected";
    /// Cut, torn, or made so that it cannot be read.
    ImportDamaged = "import_damaged";
    /// A few bytes that unpack to more than any list holds.
    ImportBomb = "import_bomb";
    /// Nothing below a heading.
    ImportEmpty = "import_empty";
    /// The workbook has no such sheet.
    ImportNoSheet = "import_no_sheet";
    /// The mapping names a column the list has not.
    ImportNoColumn = "import_no_column";
    /// No column names anybody.
    ImportNoName = "import_no_name";
    /// Two columns are said to mean the same.
    ImportTwice = "import_twice";
    /// The list is no longer in memory: its file is chosen again.
    ImportNotOpen = "import_not_open";
    /// What remains of the list is on another device, or nowhere.
    ImportNotHere = "import_not_here";
    /// One list at a time.
    ImportRunning = "import_running";
    /// Undone: nobody is added to it.
    ImportUndone = "import_undone";
    /// A sheet that cannot be made, by a defect of the program.
    SheetFailed = "sheet_failed";
    /// More people or cases than go out at once.
    ExportTooMany = "export_too_many" says ["limit"];
    /// Nobody among those asked for may go out.
    ExportNobody = "export_nobody";
    /// The first user keeps the accounts.
    FirstUserRole = "first_user_role";

    /// Nobody closes their own way in.
    OwnAccount = "own_account";

    // The keys of the profile.
    /// Nothing in this folder yet.
    NoProfile = "no_profile";
    /// A profile is here already.
    ProfileExists = "profile_exists";
    /// No key for this person on this device.
    NoSuchUser = "no_such_user";
    /// This person has a key already.
    UserExists = "user_exists";
    /// The last user of a device stays.
    LastUser = "last_user";
    /// Counted; the next attempt may have to wait.
    WrongPassphrase = "wrong_passphrase" also ["retry_after_seconds", "attempts"];
    /// The wait is not over.
    TooSoon = "too_soon" also ["retry_after_seconds"];
    /// Shorter than `minimum` characters.
    WeakPassphrase = "weak_passphrase" says ["minimum"];
    /// Longer than `maximum` characters.
    PassphraseTooLong = "passphrase_too_long" says ["maximum"];
    /// Cannot be a recovery code.
    RecoveryCodeMalformed = "recovery_code_malformed";
    /// The recovery code of another device.
    WrongRecoveryCode = "wrong_recovery_code";
    /// A change of key is under way.
    RekeyPending = "rekey_pending";
    /// Both copies of the key slots are torn.
    KeysDamaged = "keys_damaged";
    /// A database is here, and no key slots: they are beside it in every copy of the folder.
    KeysMissing = "keys_missing";
    /// Key slots of a newer version.
    NewerVersion = "newer_version";
    /// The passphrase cannot be stretched.
    NotEnoughMemory = "not_enough_memory";
    /// The disk refused the key slots.
    Disk = "disk";

    // The database.
    /// Open in another window.
    ProfileInUse = "profile_in_use";
    /// The key slots are there, the database is not.
    ProfileMissing = "profile_missing";
    /// The file is under another key.
    DatabaseWrongKey = "database_wrong_key";
    /// The folder does not hold all of the profile: the last of what was written (`database`), this many attachments
    /// whose bytes are nowhere else, the key slots as they were last (`keys`).
    ProfileNotWhole = "profile_not_whole" says ["database", "attachments", "keys"];
    /// A backup is written over nothing, and not into the profile it is of.
    BackupPlace = "backup_place";
    /// Torn or altered.
    DatabaseDamaged = "database_damaged";
    /// Of a newer version.
    DatabaseNewer = "database_newer";
    /// SQLite refused.
    DatabaseError = "database_error";
    /// No room left.
    DiskFull = "disk_full";
    /// The disk refused.
    DiskError = "disk_error";
    /// No such record.
    RecordNotFound = "record_not_found";
    /// A record of this id is there.
    RecordExists = "record_exists";
    /// The kind has no such field.
    FieldUnknown = "field_unknown";
    /// Not a value for this field.
    FieldBadValue = "field_bad_value";
    /// Written once, and written already.
    FieldWrittenOnce = "field_written_once";
    /// Above what one transaction may hold (sync rule 7).
    TransactionTooLarge = "transaction_too_large";
    /// Only what the hub rejected is said again.
    TransactionNotRejected = "transaction_not_rejected";

    // Rounds with the hub.
    /// The device belongs to no hub.
    NoHub = "no_hub";
    /// One round at a time.
    RoundRunning = "round_running";
    /// Stopped by somebody.
    SyncStopped = "sync_stopped";
    /// The system gives no TLS or no socket.
    NetworkUnusable = "network_unusable";
    /// No answer.
    HubUnreachable = "hub_unreachable";
    /// Something else answers at this address.
    HubNotAHub = "hub_not_a_hub";
    /// A body larger than ever needed.
    HubTooLarge = "hub_too_large";
    /// Plain HTTP to another machine.
    HubInsecureUrl = "hub_insecure_url";
    /// Not an address.
    HubBadUrl = "hub_bad_url";
    /// The device belongs to another hub.
    HubOther = "hub_other";
    /// What the hub says does not hold together.
    HubIncoherent = "hub_incoherent";
    /// The hub speaks only older protocols.
    HubTooOld = "hub_too_old";
    /// Everything left; this version is too old to be fed.
    VersionTooOld = "version_too_old";
    /// The hub refuses for a reason this version does not know.
    HubRefused = "hub_refused";

    // What the hub answers to a device.
    /// The signature of the request does not hold.
    HubSignatureWrong = "hub_signature_wrong";
    /// The hub does not know this device.
    HubDeviceUnknown = "hub_device_unknown";
    /// The device was revoked.
    HubDeviceRevoked = "hub_device_revoked";
    /// The hub cannot read the request.
    HubBodyUnreadable = "hub_body_unreadable";
    /// An older protocol than is still fed.
    HubProtocolTooOld = "hub_protocol_too_old";
    /// No such enrolment code.
    HubCodeWrong = "hub_code_wrong";
    /// The code was for a shorter time.
    HubCodeExpired = "hub_code_expired";
    /// The code was used.
    HubCodeUsed = "hub_code_used";
    /// The profile holds another center than the code's.
    HubJoinNeeded = "hub_join_needed";
    /// The code is for a new center, and the device brings none.
    HubCenterNeeded = "hub_center_needed";
    /// Enrolled elsewhere, or under another key.
    HubDeviceKnown = "hub_device_known";
    /// The user is enrolled elsewhere, or under another key.
    HubUserKnown = "hub_user_known";
    /// A public key that is none.
    HubKeyUnreadable = "hub_key_unreadable";
    /// The hub has no such attachment for this device.
    HubAttachmentUnknown = "hub_attachment_unknown";
    /// The bytes of an attachment are not those its record says.
    HubAttachmentWrong = "hub_attachment_wrong";
    /// Something failed at the hub.
    HubFailed = "hub_failed";

    // What the hub made of a transaction (sync rule 10).
    /// The role does not write this kind.
    VerdictNotPermitted = "verdict_not_permitted";
    /// The record is not for this user.
    VerdictNotInAudience = "verdict_not_in_audience";
    /// The confidentiality is for others to change so.
    VerdictLoweringRefused = "verdict_lowering_refused";
    /// Whoever a sealed case is given to stays named in it.
    VerdictStaysNamed = "verdict_stays_named";
    /// A value written once would be replaced.
    VerdictWrittenOnce = "verdict_written_once";
    /// The user is not enrolled on this device.
    VerdictUserUnknown = "verdict_user_unknown";
    /// The account is closed.
    VerdictUserInactive = "verdict_user_inactive";
    /// Dated after the user left.
    VerdictUserLeft = "verdict_user_left";
    /// The user's signature does not hold.
    VerdictSignatureWrong = "verdict_signature_wrong";
    /// A change cannot be read.
    VerdictUnreadable = "verdict_unreadable";
    /// The transaction contradicts itself.
    VerdictMalformed = "verdict_malformed";
    /// Above the limits.
    VerdictTooLarge = "verdict_too_large";
    /// Rests on something rejected.
    VerdictDependsOnRejected = "verdict_depends_on_rejected";
    /// What it depended on is there now.
    VerdictFreed = "verdict_freed";
    /// For a reason this version does not know.
    VerdictOther = "verdict_other";
}
