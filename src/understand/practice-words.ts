/** The words that begin and end practice; the flow must know them before anything is taken in. */

const start =
  /^(?:我(?:想|要)?)?(?:先)?(?:试一下|试一试|试试看|练一练|练习一下|(?:开始|进入)(?:演练|练习)(?:模式)?|(?:演练|练习)模式|start practi[cs]e|practi[cs]e(?: mode)?|let me practi[cs]e)[吧!。~]*$/i;
const stop =
  /^(?:(?:结束|退出|停止|关闭)(?:演练|练习)(?:模式)?|(?:演练|练习)(?:模式)?结束|不(?:试|练)了|(?:end|stop|leave|quit|exit) practi[cs]e(?: mode)?)[吧!。~]*$/i;

export function practiceTurn(text: string): 'start' | 'stop' | null {
  const plain = text.trim();
  if (start.test(plain)) return 'start';
  return stop.test(plain) ? 'stop' : null;
}
