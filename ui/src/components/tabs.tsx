import type { ReactNode } from 'react';
import { Tabs as RacTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export interface TabItem {
  key: string;
  label: string;
  count?: number;
  content: ReactNode;
}

export function Tabs({
  label,
  items,
  selected,
  onSelect,
}: {
  label: string;
  items: readonly TabItem[];
  selected?: string;
  onSelect?: (key: string) => void;
}) {
  return (
    <RacTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className="flex flex-wrap gap-x-6 border-b border-line" items={items}>
        {(item) => (
          <Tab
            id={item.key}
            className="-mb-px cursor-pointer border-b-2 border-transparent px-0.5 py-2.5 text-ink-2 hover:text-ink selected:border-accent selected:font-semibold selected:text-accent focus-visible:rounded-sm"
          >
            {item.label}
            {item.count !== undefined && item.count > 0 && (
              <span className="tabular ms-1.5 text-sm font-medium">{item.count}</span>
            )}
          </Tab>
        )}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.key} id={item.key} className="outline-none">
          {item.content}
        </TabPanel>
      ))}
    </RacTabs>
  );
}
