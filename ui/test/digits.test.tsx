import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { DatePicker, NumberField, TextField } from '../src/components';
import { wholeNumber } from '../src/components/number-field';
import { dayOf } from '../src/components/typed-date';
import { LocaleProvider } from '../src/i18n';
import type { Language } from '../src/ipc/types';
import { TimeField } from '../src/parts/form/time-field';
import { catalog } from './catalog';

function show(children: ReactNode, language: Language = 'ar') {
  return render(
    <LocaleProvider initial={language} messages={catalog(language)}>
      {children}
    </LocaleProvider>,
  );
}

function Day({ from = null, told }: { from?: string | null; told: (day: string | null) => void }) {
  const [value, setValue] = useState<string | null>(from);
  return (
    <DatePicker
      label="التاريخ"
      value={value}
      onChange={(day) => {
        setValue(day);
        told(day);
      }}
    />
  );
}

function Count({ from = null, told, max }: { from?: number | null; told: (n: number | null) => void; max?: number }) {
  const [value, setValue] = useState<number | null>(from);
  return (
    <NumberField
      label="العدد"
      value={value}
      {...(max === undefined ? {} : { maxValue: max })}
      onChange={(number) => {
        setValue(number);
        told(number);
      }}
    />
  );
}

const parts = () => screen.getAllByRole('spinbutton');

describe('a date', () => {
  test.each(['03041979', '٠٣٠٤١٩٧٩', '۰۳۰۴۱۹۷۹', '3/4/1979', '٣/٤/١٩٧٩', '03-04-1979', '03.04.1979'])(
    '%s is typed as people write it',
    async (typed) => {
      const days: (string | null)[] = [];
      show(<Day told={(day) => days.push(day)} />);
      const user = userEvent.setup();
      await user.click(parts()[0] as HTMLElement);
      await user.keyboard(typed);
      expect(days.at(-1)).toBe('1979-04-03');
    },
  );

  test.each(['03/04/1979', '٠٣٠٤١٩٧٩', ' ٠٣/٠٤/١٩٧٩ ', '1979-04-03', '3.4.1979'])(
    '%s is pasted whole',
    async (text) => {
      const days: (string | null)[] = [];
      show(<Day told={(day) => days.push(day)} />);
      const user = userEvent.setup();
      await user.click(parts()[1] as HTMLElement);
      // The paste alone: a window gives its text in no other event.
      fireEvent.paste(parts()[1] as HTMLElement, { clipboardData: { getData: () => text } });
      expect(days).toEqual(['1979-04-03']);
    },
  );

  test('what is no date changes nothing when it is pasted, and the wheel never does', async () => {
    const days: (string | null)[] = [];
    show(<Day from="1979-04-03" told={(day) => days.push(day)} />);
    const user = userEvent.setup();
    for (const text of ['31/02/1979', '0612345678', 'أمس']) {
      await user.click(parts()[0] as HTMLElement);
      await user.paste(text);
    }
    for (const part of parts()) fireEvent.wheel(part, { deltaY: 120 });
    expect(days).toEqual([]);
  });

  test('a day is read in either order and with any digits', () => {
    expect(dayOf('29/2/2024')).toBe('2024-02-29');
    expect(dayOf('29/2/2023')).toBeNull();
    expect(dayOf('19790403')).toBe('1979-04-03');
    expect(dayOf('3/4/79')).toBeNull();
  });
});

describe('a number', () => {
  test.each(['3000', '٣٠٠٠', '۳۰۰۰', '3 000'])('%s is three thousand', async (typed) => {
    const numbers: (number | null)[] = [];
    show(<Count told={(number) => numbers.push(number)} />);
    await userEvent.setup().type(screen.getByRole('textbox'), typed);
    expect(numbers.at(-1)).toBe(3000);
  });

  test('the wheel does not change it, the arrows do', async () => {
    const numbers: (number | null)[] = [];
    show(<Count from={3000} told={(number) => numbers.push(number)} />);
    const box = screen.getByRole('textbox');
    const user = userEvent.setup();
    await user.click(box);
    fireEvent.wheel(box, { deltaY: 120 });
    fireEvent.wheel(box, { deltaY: -120, ctrlKey: true });
    expect(numbers).toEqual([]);
    await user.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
    expect(numbers.at(-1)).toBe(3001);
  });

  test.each(['2.5', '2,5', '-3', '1e3', '400'])('%s is not turned into another number: it is said', async (typed) => {
    const numbers: (number | null)[] = [];
    show(<Count max={30} told={(number) => numbers.push(number)} />);
    const box = screen.getByRole('textbox') as HTMLInputElement;
    await userEvent.setup().type(box, typed);
    expect(numbers.at(-1) ?? null).toBeNull();
    expect(box.value).toBe(typed);
    expect(box.validity.valid).toBe(false);
  });

  test('whole numbers of any keyboard', () => {
    expect(wholeNumber('٠٣')).toBe(3);
    expect(wholeNumber('')).toBeNull();
    expect(wholeNumber('12345678901')).toBeNull();
  });
});

test('what is always written left to right is written in Latin digits: codes, telephones, hours', async () => {
  const said: string[] = [];
  show(
    <>
      <TextField label="الهاتف" dir="ltr" value="" onChange={(text) => said.push(text)} />
      <TimeField label="الساعة" value="" onChange={(text) => said.push(text)} />
      <TextField label="ملاحظة" value="" onChange={(text) => said.push(text)} />
    </>,
  );
  const [phone, hour, note] = screen.getAllByRole('textbox') as [HTMLElement, HTMLElement, HTMLElement];
  const user = userEvent.setup();
  await user.type(phone, '٦');
  await user.type(hour, '۹');
  await user.type(note, '٣');
  expect(said).toEqual(['6', '9', '٣']);
});
