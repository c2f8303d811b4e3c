import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import type { Certificate } from '../../model/certificate.ts';
import type { ProblemLanguage } from '../../model/problem-text.ts';
import { problem, ProblemError } from '../../model/problem.ts';
import { syncFolder, writeAll } from '../container/durable.ts';
import { isSystemError } from '../system-error.ts';
import { certificatePage } from './certificate-page.ts';

/** A certificate as a file: the printable page where its name ends in .html or .htm, else JSON. */
export function certificateText(certificate: Certificate, file: string, language: ProblemLanguage): string {
  const isPage = ['.html', '.htm'].includes(extname(file).toLowerCase());
  return isPage ? certificatePage(certificate, language) : `${JSON.stringify(certificate, null, 2)}\n`;
}

/**
 * Writes a certificate into a new file, which is on the disk when this returns. What stands there is never written
 * over.
 *
 * @throws ProblemError `certificate-write-failed`; nothing half-written is left.
 */
export function saveCertificate(certificate: Certificate, file: string, language: ProblemLanguage): void {
  const bytes = Buffer.from(certificateText(certificate, file, language));
  let made: number | null = null;
  try {
    made = openSync(file, 'wx');
    writeAll(made, bytes);
    fsyncSync(made);
    closeSync(made);
    syncFolder(dirname(file));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    if (made !== null) rmSync(file, { force: true });
    throw new ProblemError(problem('certificate-write-failed', { file }, { reason: error.code }));
  }
}
