/** Lets the page work without a network. False where the browser cannot, or could not get all files. */
export async function prepareOffline(worker: string, scope: string): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register(worker, { scope, updateViaCache: 'none' });
    // Not for ever: without a network at the first visit it never becomes ready.
    const ready = navigator.serviceWorker.ready.then(() => true);
    return await Promise.race([ready, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 60_000))]);
  } catch {
    // The page that the worker keeps goes on working when the portal cannot be asked for a newer one.
    return navigator.serviceWorker.controller !== null;
  }
}

/** Takes away what makes the page work without a network. */
export async function forgetOffline(scope: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('gesprekken')).map((name) => caches.delete(name)));
}
