import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { Button, PageHead } from '../../components';
import { useT } from '../../i18n';
import type { ListOpened } from '../../ipc/types';
import { ChooseStep } from './choose-step';
import { Past } from './past';
import { Progress } from './progress';
import { useImportStatus } from './use-import-status';
import { Wizard } from './wizard';

/** Lists brought into the register: choosing one, what its columns mean, what would be written, writing, taking back. */
export function ImportsScreen() {
  const t = useT();
  const [choosing, setChoosing] = useState(false);
  const [list, setList] = useState<ListOpened | null>(null);
  const status = useImportStatus();
  const running = status.data?.running ?? null;
  const close = () => {
    setList(null);
    setChoosing(false);
  };
  return (
    <>
      <PageHead
        title={t('import.title')}
        end={
          list === null &&
          !choosing &&
          running === null && (
            <Button variant="primary" icon={<FileSpreadsheet aria-hidden />} onPress={() => setChoosing(true)}>
              {t('import.new')}
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-3.5">
        {running !== null && !(running.phase === 'checking' && list !== null) ? (
          <Progress running={running} refetch={() => void status.refetch()} />
        ) : list !== null ? (
          <Wizard
            list={list}
            onList={setList}
            onClose={close}
            onStarted={() => {
              close();
              void status.refetch();
            }}
          />
        ) : (
          choosing && <ChooseStep onOpened={setList} onClose={close} />
        )}
        {list === null && <Past last={status.data?.last ?? null} refetchStatus={() => void status.refetch()} />}
      </div>
    </>
  );
}
