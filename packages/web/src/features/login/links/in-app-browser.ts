/**
 * Whether the page seems to be open inside another app. Some apps can't be told from the real browser, so what is
 * offered there is offered everywhere; this only decides whether it is unfolded at once.
 */
export function seemsInApp(userAgent: string): boolean {
  const named = /FBAN|FBAV|Instagram|Line\/|GSA\/|MicroMessenger|; wv\)/.test(userAgent);
  const bareWebView = /iPhone|iPad|iPod/.test(userAgent) && !/Safari\//.test(userAgent);
  return named || bareWebView;
}
