/** Files as the caller means them: npm runs scripts in the project's folder, the paths are the caller's. */
import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseTrace, TRACE_NAMES, type TraceLibrary, traceLibrary } from '../engine/memory/trace.ts';
import { Complaint } from './complaint.ts';

const STANDARD_INPUT = 0;

export function callersPath(path: string): string {
  return isAbsolute(path) ? path : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** @param path "-" is standard input */
export function readText(path: string): string {
  return readBytes(path).toString('utf8');
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path === '-' ? STANDARD_INPUT : callersPath(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(code);
    throw new Complaint(`"${path}" cannot be read: ${why}; give the path of a file.`);
  }
}

export function readJson(path: string): unknown {
  const text = readText(path);
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Complaint(`"${path}" is not JSON: ${why}.`);
  }
}

/** A page trace of the caller's, packed with gzip or not. */
export function readTrace(path: string): TraceLibrary {
  const bytes = readBytes(path);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  let text: string;
  try {
    text = (packed ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch {
    throw new Complaint(`"${path}" begins like a gzip file, but cannot be unpacked; give an undamaged one.`);
  }
  return traceLibrary([parseTrace(path, text)]);
}

/** The recorded traces that come with the app. */
export function recordedTraces(): TraceLibrary {
  const folder = fileURLToPath(new URL('../../public/page-traces/', import.meta.url));
  return traceLibrary(
    TRACE_NAMES.map((name) =>
      parseTrace(name, gunzipSync(readFileSync(join(folder, `${name}.csv.gz`))).toString('utf8')),
    ),
  );
}
