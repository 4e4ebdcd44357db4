/** Keys of the workspace. */
export function useMigrationKeyboard(): void {}
