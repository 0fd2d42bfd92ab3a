import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { keptLanguage, loadMessages } from './i18n';
import { choosePort } from './ipc';

async function start(): Promise<void> {
  const port = choosePort();
  const root = document.getElementById('root');
  if (root === null) return;
  let language = keptLanguage(window.localStorage);
  if (language === null) {
    try {
      language = (await port.rpc('device.status', {})).ok.language ?? 'ar';
    } catch {
      language = 'ar';
    }
  }
  const messages = await loadMessages(language);
  createRoot(root).render(<App port={port} language={language} messages={messages} />);
}

void start();
