export function filesOf(page: string): Record<string, string>
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void
