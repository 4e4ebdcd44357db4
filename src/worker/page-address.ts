/** Where the page lies that started a worker; files are fetched from beside it. */
export function pageAddress(scope: DedicatedWorkerGlobalScope): URL {
  // The page names its worker after its own address, from wherever the worker's own script lies.
  return new URL(scope.name === '' ? '../' : scope.name, scope.location.href);
}
