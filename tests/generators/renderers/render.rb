# The heading ids that kramdown gives headings.md: gem install kramdown kramdown-parser-gfm
# then: ruby render.rb headings.md > ruby.json
require "json"
require "kramdown"
require "kramdown-parser-gfm"

page = File.read(ARGV[0], encoding: "UTF-8")
ids = %w[kramdown GFM].to_h do |input|
  html = Kramdown::Document.new(page, input: input).to_html
  [input.downcase, html.scan(/<h[1-6] id="([^"]*)"/).flatten]
end
puts JSON.pretty_generate({ versions: { kramdown: Kramdown::VERSION }, ids: ids })
