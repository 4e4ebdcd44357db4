/** Lets waiting messages in. A message to oneself: unlike a timer it is not held back, and others come in between. */
export function pauseByMessage(): () => Promise<void> {
  const channel = new MessageChannel();
  const resume: (() => void)[] = [];
  channel.port1.onmessage = () => resume.shift()?.();
  return () =>
    new Promise((done) => {
      resume.push(done);
      channel.port2.postMessage(0);
    });
}
