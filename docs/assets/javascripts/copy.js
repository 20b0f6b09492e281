// A button on each block of code that copies it. Its words stand at the article.

const article = document.querySelector("article[data-copy]");

for (const block of article?.querySelectorAll("pre:not(.no-copy pre)") ?? []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "site-copy";
  button.lang = document.documentElement.lang; // the text around it may be the source
  button.textContent = article.dataset.copy;
  const frame = document.createElement("div"); // the block itself may scroll
  frame.className = "site-code";
  block.replaceWith(frame);
  frame.append(block, button);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(block.querySelector("code").textContent);
    button.textContent = article.dataset.copied;
    setTimeout(() => {
      button.textContent = article.dataset.copy;
    }, 2000);
  });
}
