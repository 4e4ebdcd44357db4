/** Whether a text is a log of `query-migrate`. */
import { isRecord } from '../merge.ts';

/**
 * Replies of `query-migrate`, with or without QMP's envelope: some say how the migration stands and what became of the
 * RAM. One good line is enough; who reads the log tells of the bad ones.
 */
export function looksLikeLog(lines: readonly string[]): boolean {
  return lines.some((line) => {
    if (!line.includes('"ram"')) return false;
    try {
      return isLogJson(JSON.parse(line));
    } catch {
      return false;
    }
  });
}

/** A single reply, or a list of them. */
export function isLogJson(json: unknown): boolean {
  return Array.isArray(json) ? json.some(isReply) : isReply(json);
}

function isReply(json: unknown): boolean {
  if (!isRecord(json)) return false;
  const inside = [json, json.return, json.info, json.reply, json.response];
  return inside.some((part) => isRecord(part) && 'status' in part && isRecord(part.ram));
}
