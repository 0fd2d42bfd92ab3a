import '../../src/styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from '../../src/app';
import { loadMessages } from '../../src/i18n';
import type { Language, Role } from '../../src/ipc/types';
import { centerPort, fatima } from '../center';
import { changed } from '../memory-port';
import { emptyDevice, latifa, lockedDevice, openDevice } from '../people';

/** Looks at a screen without a core: `?device=locked|empty|open&lang=fr&theme=dark&text=larger`. Only the dev server serves it. */
const query = new URLSearchParams(window.location.search);
const language = (query.get('lang') ?? 'ar') as Language;
window.localStorage.setItem(
  'jisr.appearance',
  JSON.stringify({ theme: query.get('theme') ?? 'light', text: query.get('text') ?? 'normal' }),
);

let device =
  { locked: lockedDevice, empty: emptyDevice, open: openDevice }[query.get('device') ?? 'locked'] ?? lockedDevice;
// `&role=director`
const role = query.get('role') as Role | null;
if (role !== null && device.session !== null) device = { ...device, session: { ...device.session, role } };
const port = centerPort({
  // `&step=person|reception|listening|orientation#/intake/draft/d7`
  'draft.get': () => ({
    draft: 'd7',
    form: 'intake',
    title: null,
    body: {
      step: query.get('step') ?? 'reception',
      reached: 3,
      query: 'fatima',
      fresh: { given_name_lat: 'Fatima Zahra', family_name_lat: 'Alaoui', safe_contact: 'hours' },
      person: query.get('step') === 'person' || query.get('step') === 'find' ? null : fatima,
      reception: { reception: 'x1', number: 7, seen: 's', opened_at: new Date().toISOString() },
      plan: { case_type: 'woman_victim_of_violence' },
    },
    saved_at_ms: String(Date.now()),
  }),
  'device.status': () => device,
  'session.unlock': () => {
    device = openDevice;
    return changed(latifa, 'session');
  },
  'session.lock': () => {
    device = lockedDevice;
    return changed({}, 'session');
  },
  'device.set_up': () => {
    device = openDevice;
    return { staff: latifa.staff, center: 'c', recovery_code: 'K7QM-3XWD-9P4R-HT2N-6VBC-8FJY' };
  },
  'territory.provinces': () => [
    { code: '04.281', parent: '04', kind: 'province', name_ar: 'القنيطرة', name_fr: 'Kénitra' },
    { code: '04.481', parent: '04', kind: 'province', name_ar: 'سيدي قاسم', name_fr: 'Sidi Kacem' },
  ],
  'territory.communes': () => [
    { code: '04.281.01', name_ar: 'القنيطرة', name_fr: 'Kénitra', kind: 'urban', parent: '04.281' },
  ],
});

const root = document.getElementById('root');
if (root !== null) {
  void loadMessages(language).then((messages) =>
    createRoot(root).render(<App port={port} language={language} messages={messages} />),
  );
}
