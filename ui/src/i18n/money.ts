import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { useT } from './text';

const THOUSANDS = /\B(?=(\d{3})+$)/g;

/** An amount of centimes in figures, as somebody would type it: a field that already holds one begins so. */
export function useFigures(): (centimes: number) => string {
  const intl = useIntl();
  return useCallback(
    (centimes) => {
      const digits = centimes % 100 === 0 ? 0 : 2;
      return intl.formatNumber(centimes / 100, {
        useGrouping: false,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
    },
    [intl],
  );
}

/**
 * An amount of centimes as it is shown: «2 500 DH», «2 500,50 DH». Thousands stand apart by a space: with the dot or the
 * comma of the locales it could be read as another amount.
 */
export function useDirhams(): (centimes: number) => string {
  const t = useT();
  const figures = useFigures();
  return useCallback(
    (centimes) => {
      const [whole = '', part] = figures(centimes).split(/(?=[.,])/);
      return t('service.dirhams', { amount: `${whole.replace(THOUSANDS, '\u00a0')}${part ?? ''}` });
    },
    [t, figures],
  );
}
