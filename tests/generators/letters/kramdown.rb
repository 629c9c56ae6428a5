# What does kramdown write for each character with `transliterated_header_ids`? By the data of the gem stringex.
require "kramdown"

converter = Kramdown::Converter::Html.send(:allocate)
(0x80...0x20000).each do |code|
  next if (0xd800..0xdfff).cover?(code)
  # A letter on either side, since what an id begins with is taken away.
  text = "q#{Kramdown::Utils::Unidecoder.decode([code].pack("U"))}q"
  puts "#{code.to_s(16)} #{converter.basic_generate_id(text)[1..-2]}"
end
