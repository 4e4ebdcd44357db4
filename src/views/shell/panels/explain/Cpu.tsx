import { Switch } from '@mantine/core';
import { useState } from 'react';
import { Caps } from './Caps.tsx';
import { CpuNode } from './CpuNode.tsx';
import shared from './explain.module.css';
import type { Facts } from './facts.ts';
import { LayersTable } from './LayersTable.tsx';
import { Section } from './Section.tsx';
import { CPU } from './words.ts';

export function Cpu({ facts }: { facts: Facts }) {
  const [charged, charge] = useState(false);
  return (
    <div className={shared.page}>
      <Section title={CPU.heading}>
        <Switch
          label={CPU.charge}
          description={CPU.chargeNote}
          checked={charged}
          onChange={(event) => charge(event.currentTarget.checked)}
        />
        {facts.history.nodes.map((node) => (
          <CpuNode key={node.id} facts={facts} node={node} charged={charged} />
        ))}
        <p className={shared.note}>{CPU.assumed}</p>
      </Section>
      <Caps facts={facts} />
      <LayersTable facts={facts} />
    </div>
  );
}
