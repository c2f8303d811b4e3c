interface SystemError extends Error {
  readonly code: string;
}

/** Whether an error is what the system refused, with its code. */
export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
