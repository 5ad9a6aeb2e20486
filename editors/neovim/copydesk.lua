-- copydesk in Neovim, from 0.7 on. Put this file into the folder `lua` of your configuration, and
-- write into init.lua:
--
--   require("copydesk").setup({})
--
-- Everything that can be set, with its default:
--
--   require("copydesk").setup({
--     cmd = { "copydesk", "lsp" },                 -- where the server is
--     filetypes = { "markdown", "text", "html" },  -- what it is for
--     settings = {},                               -- style, show, select, ignore, config, across, delay
--   })

local M = {}

M.defaults = {
  cmd = { "copydesk", "lsp" },
  filetypes = { "markdown", "text", "html" },
  settings = {},
}

-- The folder that holds the configuration or the repository of a draft, or else the draft's own.
local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ":p:h")
  local at = folder
  while true do
    for _, mark in ipairs({ "copydesk.toml", ".git" }) do
      if vim.loop.fs_stat(at .. "/" .. mark) then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ":h")
    if above == at then
      return folder
    end
    at = above
  end
end

local clients = {}

-- Neovim 0.7 has no `vim.lsp.start`, which keeps one server for each folder.
local function start(config, buffer)
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local known = clients[config.root_dir]
  if not known or vim.lsp.client_is_stopped(known) then
    known = vim.lsp.start_client(config)
    clients[config.root_dir] = known
  end
  if known then
    vim.lsp.buf_attach_client(buffer, known)
  end
end

-- Ask for the reason, and let the finding under the cursor stand.
function M.stet(whole_draft)
  local at = vim.lsp.util.make_position_params(0, "utf-16")
  vim.ui.input({ prompt = "stet, because: " }, function(reason)
    if reason == nil then
      return
    end
    vim.lsp.buf_request(0, "workspace/executeCommand", {
      command = "copydesk.lsp.stet",
      arguments = { at.textDocument.uri, at.position.line, at.position.character, "", reason, whole_draft or false },
    }, function() end)
  end)
end

-- Show people and quotations ("inspect"), or on whom the draft rests ("sources").
function M.show(view)
  vim.lsp.buf_request(0, "workspace/executeCommand", {
    command = "copydesk.lsp." .. view,
    arguments = { vim.uri_from_bufnr(0) },
  }, function(_, page)
    if type(page) == "string" then
      vim.lsp.util.open_floating_preview(vim.split(page, "\n"), "text", { border = "single" })
    end
  end)
end

function M.setup(options)
  local set = vim.tbl_deep_extend("force", M.defaults, options or {})
  vim.api.nvim_create_autocmd("FileType", {
    group = vim.api.nvim_create_augroup("copydesk", {}),
    pattern = set.filetypes,
    callback = function(event)
      start({
        name = "copydesk",
        cmd = set.cmd,
        root_dir = root_of(vim.api.nvim_buf_get_name(event.buf)),
        init_options = vim.tbl_extend("force", vim.empty_dict(), set.settings),
      }, event.buf)
    end,
  })
  vim.api.nvim_create_user_command("CopydeskStet", function(command)
    M.stet(command.bang)
  end, { bang = true })
  vim.api.nvim_create_user_command("CopydeskPeople", function()
    M.show("inspect")
  end, {})
  vim.api.nvim_create_user_command("CopydeskSources", function()
    M.show("sources")
  end, {})
end

return M
