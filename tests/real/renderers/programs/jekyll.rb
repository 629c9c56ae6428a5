# Render pages with the Liquid and kramdown of Jekyll, in its default settings.
require "json"
require "jekyll"

Jekyll.logger.log_level = :error
folder = ARGV.fetch(0)
includes = File.join(folder, "_includes")
Dir.mkdir(includes) unless Dir.exist?(includes)
File.write(File.join(includes, "figure.html"),
           "<figure><img src=\"{{ include.src }}\"><figcaption>{{ include.caption }}</figcaption></figure>\n")
site = Jekyll::Site.new(Jekyll.configuration("source" => folder, "destination" => File.join(folder, "_site"), "quiet" => true, "disable_disk_cache" => true))
markdown = site.find_converter_instance(Jekyll::Converters::Markdown)
payload = site.site_payload
found = JSON.parse($stdin.read).each_with_index.map do |page, number|
  begin
    template = site.liquid_renderer.file("page#{number}.md").parse(page)
    text = template.render!(payload, :registers => { :site => site, :page => { "path" => "page#{number}.md" } })
    { "html" => markdown.convert(text) }
  rescue StandardError => error
    { "error" => error.message }
  end
end
puts JSON.generate(found)
