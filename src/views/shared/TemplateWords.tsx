/** A template on screen: its slots in the picture's colours, its terms open their definitions. */
import { type ReactNode, useMemo } from 'react';
import styles from './TemplateWords.module.css';
import { Term } from './Term.tsx';
import { parseTemplate, type Role, type Token } from './template.ts';

const ROLE_CLASS: Partial<Record<Role, string | undefined>> = {
  strong: styles.strong,
  arrived: styles.arrived,
  written: styles.written,
  held: styles.held,
  demand: styles.demand,
  failure: styles.failure,
};

type Slots = Readonly<Record<string, string>>;

export function TemplateWords({ template, slots }: { template: string; slots: Slots }) {
  const tokens = useMemo(() => parseTemplate(template), [template]);
  return tokens.map((token, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a template's parts never change their order
    <Part key={`${template}-${i}`} token={token} slots={slots} />
  ));
}

function Part({ token, slots }: { token: Token; slots: Slots }): ReactNode {
  if (token.kind === 'text') return token.text;
  if (token.kind === 'term') return <Term term={token.term}>{token.text}</Term>;
  const role = token.kind === 'slot' ? ROLE_CLASS[token.role] : undefined;
  return <span className={role}>{slots[token.slot] ?? '–'}</span>;
}
