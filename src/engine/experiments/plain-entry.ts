/** A registry's entry as it can be sent. A file of its own: whoever lists entries need not bring the whole engine. */
import type { RegistryEntry } from '../../base/parameter.ts';

/** only what can be sent: entries also hold functions */
export function plain(entry: RegistryEntry): RegistryEntry {
  const { kind, name, description, source } = entry;
  return { kind, name, description, source, parameters: entry.parameters };
}
