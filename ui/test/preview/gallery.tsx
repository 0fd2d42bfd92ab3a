import '../../src/styles/base.css';
import { AlertTriangle, FileCheck, Lock, MessageSquare, Sun } from 'lucide-react';
import { createRoot } from 'react-dom/client';
import {
  BirthField,
  Button,
  Card,
  Checkbox,
  Chip,
  EmptyState,
  GroupHead,
  NumberField,
  PersonName,
  ProgressBar,
  Row,
  RowList,
  Section,
  Stepper,
  Switch,
  Tabs,
  TextArea,
  Timeline,
} from '../../src/components';
import { type Dates, LocaleProvider, loadMessages, useDates } from '../../src/i18n';
import type { Language } from '../../src/ipc/types';
import { AppearanceProvider } from '../../src/state/settings';

const query = new URLSearchParams(window.location.search);
const language = (query.get('lang') ?? 'ar') as Language;
window.localStorage.setItem('jisr.appearance', JSON.stringify({ theme: query.get('theme') ?? 'light' }));

const fatima = {
  given_name_ar: 'فاطمة الزهراء',
  family_name_ar: 'العلوي',
  given_name_lat: 'Fatima Zahra',
  family_name_lat: 'Alaoui',
};

function Gallery() {
  const dates: Dates = useDates();
  return (
    <div className="grid grid-cols-[1fr_320px] gap-4 p-5">
      <div className="flex flex-col gap-4">
        <Card padded={false}>
          <GroupHead title="متأخر" count={2} icon={<AlertTriangle />} />
          <RowList label="متأخر">
            <Row
              meaning="late"
              what="مرافقة إلى خلية التكفل بالمحكمة"
              who={
                <>
                  <PersonName person={fatima} /> · القنيطرة
                </>
              }
              chip={<Chip meaning="late">{dates.late('2026-11-19')}</Chip>}
              window={dates.window({ start: '2026-11-18', end: '2026-11-20' })}
              button={<Button size="row">تسجيل</Button>}
              onOpen={() => {}}
            />
            <Row
              meaning="soon"
              what="زيارة منزلية: تقييم حاجيات الأسرة"
              who={<PersonName person={fatima} />}
              chip={<Chip meaning="soon">اليوم</Chip>}
              window={dates.window({ end: '2026-12-05', suggested: true })}
              button={<Button size="row">تسجيل</Button>}
              onOpen={() => {}}
            />
          </RowList>
          <GroupHead title="اليوم" count={1} icon={<Sun />} />
          <RowList label="اليوم">
            <Row
              meaning="calm"
              what="تجديد بطاقة"
              chip={<Chip meaning="calm">الثلاثاء</Chip>}
              window="25 نونبر"
              button={<Button size="row">فتح</Button>}
              onOpen={() => {}}
            />
          </RowList>
        </Card>
        <Card>
          <Tabs
            label="الملف"
            items={[
              {
                key: 'a',
                label: 'مستجدات الملف',
                content: (
                  <Timeline
                    label="مستجدات"
                    entries={[
                      {
                        key: '1',
                        icon: <FileCheck />,
                        meaning: 'done',
                        what: 'الشهادة الطبية',
                        who: 'خلية التكفل بالمستشفى الإقليمي',
                        when: '14 نونبر',
                      },
                      {
                        key: '2',
                        icon: <MessageSquare />,
                        meaning: 'plain',
                        what: 'جلسة استماع',
                        who: 'لطيفة بنعلي',
                        when: '12 نونبر',
                        text: 'تم الاستماع على انفراد. '.repeat(12),
                      },
                    ]}
                  />
                ),
              },
              { key: 'b', label: 'الإحالات', count: 2, content: <EmptyState text="لا شيء" /> },
            ]}
          />
        </Card>
        <Card className="flex flex-col gap-3">
          <BirthField label="تاريخ الازدياد" value="1991-03-14" onChange={() => {}} today="2026-11-22" />
          <NumberField label="عدد" value={4} onChange={() => {}} className="w-40" />
          <TextArea label="ملاحظة" value="" onChange={() => {}} rows={2} placeholder="إضافة ملاحظة…" />
          <div className="flex gap-4">
            <Button variant="primary">تسجيل</Button>
            <Button>تأجيل</Button>
            <Button variant="danger">إلغاء</Button>
            <Button variant="danger-quiet">مسار الاستعجال</Button>
            <Checkbox isSelected onChange={() => {}}>
              موافقة
            </Checkbox>
            <Switch isSelected onChange={() => {}}>
              تشغيل
            </Switch>
          </div>
        </Card>
      </div>
      <div className="flex flex-col gap-4">
        <Section title="بروتوكول التكفل">
          <div className="my-2">
            <ProgressBar label="تقدم" value={45} hideLabel />
          </div>
          <Stepper
            current="c"
            steps={[
              { key: 'a', title: 'الاستقبال وجلسة الاستماع', note: 'منجز 12 نونبر', state: 'done' },
              { key: 'b', title: 'تقييم الخطر', note: 'مرتفع', state: 'done' },
              { key: 'c', title: 'مرافقة إلى خلية المحكمة', note: 'متأخر', state: 'late', onOpen: () => {} },
              { key: 'd', title: 'إيواء مؤقت', note: 'في انتظار جواب الشريك', state: 'waiting' },
              { key: 'e', title: 'دعم نفسي', note: 'أجل مقترح', state: 'later' },
            ]}
          />
        </Section>
        <Section title="يحتاج قرارك" tone="sealed" icon={<Lock className="text-sealed" />}>
          <p className="text-sm">هاتف خديجة المرابط عُدّل على جهازين.</p>
        </Section>
        <div className="flex flex-wrap gap-2">
          {(['late', 'soon', 'done', 'info', 'sealed', 'calm', 'plain'] as const).map((m) => (
            <Chip key={m} meaning={m}>
              {m}
            </Chip>
          ))}
        </div>
      </div>
    </div>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  void loadMessages(language).then((messages) =>
    createRoot(root).render(
      <LocaleProvider initial={language} messages={messages}>
        <AppearanceProvider>
          <Gallery />
        </AppearanceProvider>
      </LocaleProvider>,
    ),
  );
}
