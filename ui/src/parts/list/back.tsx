import { ArrowLeft } from 'lucide-react';
import { useLocation } from 'wouter';
import { Button } from '../../components';
import { useT } from '../../i18n';
import { listName } from '../../routes';
import { useTrail } from '../../state/trail';

/** The way back to the list one came from, as it was left; `usual` for whoever came from none. */
export function BackToList({ usual }: { usual: string }) {
  const t = useT();
  const trail = useTrail();
  const [, go] = useLocation();
  const { list } = trail;
  const name = listName(list?.path ?? usual);
  if (name === null) return null;
  return (
    <Button
      size="row"
      variant="quiet"
      className="-ms-3 mb-1"
      icon={<ArrowLeft aria-hidden className="mirror" />}
      onPress={() => (list === null ? go(usual) : trail.back(list))}
    >
      {t('nav.back_to', { place: t(name) })}
    </Button>
  );
}
