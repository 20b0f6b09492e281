-- What a user of Neovim does, without a screen: it writes what it saw as JSON into the file that RESULT names.
local root, command = os.getenv("ROOT"), vim.json.decode(os.getenv("COMMAND"))
local page = root .. "/docs/sv/p.md"
local seen = {}

local function wait(what, holds)
  if not vim.wait(120000, holds, 20) then
    seen.error = what
    error(what)
  end
end

local function ask(client, method, params)
  local answer = client.request_sync(method, params, 20000, 0)
  return answer and answer.result or nil
end

local function main()
  vim.cmd("edit " .. page)
  vim.bo.filetype = "markdown"
  local id = vim.lsp.start_client({
    name = "facingpages", cmd = command, root_dir = root, init_options = { debounce = 20 },
  })
  vim.lsp.buf_attach_client(0, id)
  wait("no diagnostics", function() return #vim.diagnostic.get(0) > 0 end)
  local client = vim.lsp.get_client_by_id(id)
  seen.encoding = client.offset_encoding
  local found = vim.diagnostic.get(0)[1]
  seen.rule, seen.line, seen.column = found.code, found.lnum, found.col
  local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
  seen.text = line:sub(found.col + 1, found.end_col)

  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  local here = vim.lsp.util.make_position_params(0, client.offset_encoding)
  seen.hover = ask(client, "textDocument/hover", here).contents.value

  local range = vim.lsp.util.make_range_params(0, client.offset_encoding)
  range.context = { diagnostics = {}, only = { "quickfix" } }
  for _, action in ipairs(ask(client, "textDocument/codeAction", range)) do
    if action.title:find("look at it", 1, true) then
      vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
    end
  end
  wait("the fix did not help", function() return #vim.diagnostic.get(0) == 0 end)
  seen.fixed = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]

  vim.cmd("edit " .. root .. "/docs/en/p.md")
  vim.bo.filetype = "markdown"
  vim.lsp.buf_attach_client(0, id)
  vim.api.nvim_buf_set_lines(0, 2, 3, true, { "Press **Save** and see [prices](https://a.example/other)." })
  vim.cmd("buffer " .. vim.fn.bufnr(page))
  wait("the source's unsaved text does not count", function() return #vim.diagnostic.get(0) == 1 end)
  seen.after = vim.diagnostic.get(0)[1].code
  vim.lsp.stop_client(id)
end

local fine, problem = pcall(main)
if not fine then seen.problem = problem end
vim.fn.writefile({ vim.json.encode(seen) }, os.getenv("RESULT"))
vim.cmd("qall!")
