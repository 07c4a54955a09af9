// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include "core/model/change.h"
#include "core/model/problem.h"
#include "core/model/tex.h"
#include "core/model/typed_text.h"
#include "core/model/venue.h"
#include "ui/export/settings_of_format.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

namespace theta {
namespace {

/// What CLI11 fills in, before it is made into a command.
struct Words {
  std::optional<std::string> file, preset, model, layers, format, grid;
  std::string lab, output, folder, figure, vary;
  std::vector<std::string> set;
  SheetWords sheet;
  std::optional<std::string> way;
  int rate = 25;
  bool json = false, numpy = false, torch = false;
};

FileFormat parse_format(const std::string& name) {
  if (const std::optional<FileFormat> format = file_format(name)) return *format;
  throw InputError(Problem{"--format", say("“{}”", name), verbatim(format_names())});
}

PlayWay parse_way(const std::string& name) {
  if (name == "once") return PlayWay::once;
  if (name == "round") return PlayWay::round;
  if (name == "to-and-fro") return PlayWay::to_and_fro;
  throw InputError(Problem{"--way", as_typed(name), say("once, round or to-and-fro")});
}

/// "nature (single, middle, double), ieee (…"
std::string venue_names() {
  std::string all;
  for (const Venue& venue : venues()) {
    std::string widths;
    for (const VenueWidth& width : venue.widths) widths += (widths.empty() ? "" : ", ") + width.id;
    all += (all.empty() ? "" : ", ") + venue.id + " (" + widths + ")";
  }
  return all;
}

FileFormat parse_output_format(const Words& words) {
  if (words.format) return parse_format(*words.format);
  if (words.output == "-")
    throw InputError(Problem{"--format", {}, say("is needed with -o -: {}", format_names())});
  const std::string extension = std::filesystem::path(words.output).extension().string();
  if (const auto format = file_format(extension.empty() ? extension : extension.substr(1))) return *format;
  throw InputError(Problem{"--output", say("“{}”", words.output),
                           say("a name that ends in one of {}, or --format beside it", format_names())});
}

/// One option for each of the sheet's fields, but width and height, which are said together.
void add_sheet_options(CLI::App& command, SheetWords& words) {
  command
      .add_option("--size", words.size,
                  "Size in mm, cm, in or pt, or in px, then at 96 dpi unless given; 1200x800 px unless given")
      ->type_name("WIDTHxHEIGHT");
  command
      .add_option(
          "--venue", words.venue,
          "Size and fonts a venue asks for, in the first of its widths unless given: " + venue_names())
      ->type_name("VENUE[:WIDTH]");
  command.add_option("--panel", words.panels, "Only this panel; may be given again")
      ->type_name("ID")
      ->allow_extra_args(false);
  for (const Field& field : fields<Sheet>()) {
    const std::string& id = field.name.id;
    if (id == "width" || id == "height") continue;
    std::string name = "--" + id;
    std::ranges::replace(name, '_', '-');
    const auto set = [&words, id](const std::string& value) { words.set[id] = value; };
    if (std::holds_alternative<Toggle>(field.kind)) {
      const bool initial = std::get<bool>(field.initial);
      command.add_flag_function(
          initial ? "--no-" + id : name,
          [&words, id, initial](std::int64_t) { words.set[id] = initial ? "false" : "true"; },
          (initial ? "Not this: " : "") + plain_words(field.name.help));
    } else {
      command.add_option_function<std::string>(name, set, plain_words(field.name.help))
          ->type_name(plain_words(allowed(field, {})));
    }
  }
}

CLI::App* add_list(CLI::App& program, Words& words) {
  CLI::App* list = program.add_subcommand("list", "List the labs");
  list->add_flag("--json", words.json, "As JSON");
  return list;
}

CLI::App* add_show(CLI::App& program, Words& words) {
  CLI::App* show = program.add_subcommand("show", "Show a lab's parameters, presets, readings and panels");
  show->add_option("lab", words.lab, "The lab's id")->required()->type_name("LAB");
  show->add_flag("--json", words.json, "As JSON");
  return show;
}

/// What says what is shown.
void add_choosing_options(CLI::App* render, Words& words) {
  render->add_option("lab", words.lab, "The lab's id")->required()->type_name("LAB");
  render->add_option("--preset", words.preset, "Start from one of the lab's presets")->type_name("PRESET");
  CLI::Option* model =
      render->add_option("--model", words.model, "Take parameters from a model's config.json");
  model->type_name("FILE");
  render->add_option("--layers", words.layers, "Which kind of the model's layers, where it has several")
      ->type_name("KIND")
      ->needs(model);
  render->add_option("--set", words.set, "Set a parameter: --set base=10^4 --set scaling=linear")
      ->type_name("ID=VALUE")
      ->allow_extra_args(false);
}

/// What says what is drawn, and where to.
void add_figure_options(CLI::App* render, Words& words) {
  add_choosing_options(render, words);
  render
      ->add_option("-o,--output", words.output,
                   "Where to: a name that ends in " + format_names() + ", or - with --format")
      ->required()
      ->type_name("OUT");
  render->add_option("--format", words.format, format_names() + ", whatever OUT is called")
      ->type_name("FORMAT");
  add_sheet_options(*render, words.sheet);
}

CLI::App* add_render(CLI::App& program, Words& words) {
  CLI::App* render = program.add_subcommand("render", "Draw a lab's figure into a file");
  add_figure_options(render, words);
  return render;
}

void add_vary_option(CLI::App* sweep, Words& words) {
  sweep
      ->add_option("--vary", words.vary,
                   "The values: base=10^3:10^6:4:log, or m=1,2,3; a parameter by its id, or its symbol")
      ->required()
      ->type_name("ID=FROM:TO:COUNT[:log]");
}

CLI::App* add_sweep(CLI::App& program, Words& words) {
  CLI::App* sweep =
      program.add_subcommand("sweep", "Draw a lab at several values of a parameter into one figure");
  add_figure_options(sweep, words);
  add_vary_option(sweep, words);
  sweep
      ->add_option("--grid", words.grid,
                   "One panel at each value, side by side, instead of one over the other")
      ->type_name("PANEL");
  return sweep;
}

CLI::App* add_animate(CLI::App& program, Words& words) {
  CLI::App* animate = program.add_subcommand("animate", "Draw a lab at one value after the other, as a film");
  add_choosing_options(animate, words);
  add_vary_option(animate, words);
  animate
      ->add_option(
          "-o,--output", words.output,
          "Where to: a name that ends in .gif, .mp4 or .webm (by ffmpeg), or a folder of PNG pictures")
      ->required()
      ->type_name("OUT");
  animate
      ->add_option("--way", words.way,
                   "once, which it is unless given, round (and again from the start) or to-and-fro")
      ->type_name("WAY");
  animate->add_option("--rate", words.rate, "Frames a second, 25 unless given")
      ->check(CLI::Range(1, 100))
      ->type_name("RATE");
  add_sheet_options(*animate, words.sheet);
  return animate;
}

CLI::App* add_gallery(CLI::App& program, Words& words) {
  CLI::App* gallery = program.add_subcommand("gallery", "Draw every preset of every lab into a folder");
  gallery->add_option("folder", words.folder, "The folder, made where it is missing")
      ->required()
      ->type_name("DIR");
  gallery->add_option("--format", words.format, format_names() + "; png unless given")->type_name("FORMAT");
  add_sheet_options(*gallery, words.sheet);
  return gallery;
}

CLI::App* add_code(CLI::App& program, Words& words) {
  CLI::App* code = program.add_subcommand("code", "Print a Python script that recomputes a figure's numbers");
  add_choosing_options(code, words);
  CLI::Option* numpy = code->add_flag("--numpy", words.numpy, "With NumPy, unless said otherwise");
  code->add_flag("--torch", words.torch, "With PyTorch")->excludes(numpy);
  code->add_option("-o,--output", words.output, "Where to; the standard output unless given")
      ->type_name("OUT");
  return code;
}

CLI::App* add_verify(CLI::App& program, Words& words) {
  CLI::App* verify =
      program.add_subcommand("verify", "Draw a figure again from the state it carries, and compare");
  verify->add_option("figure", words.figure, "A figure exported by Thetalab")->required()->type_name("FIG");
  return verify;
}

CLI::App* add_batch(CLI::App& program, Words& words) {
  CLI::App* batch =
      program.add_subcommand("batch", "Draw many figures: each line is what would follow `render`");
  batch->add_option("file", words.file, "The file of lines; - for the standard input")
      ->required()
      ->type_name("FILE");
  return batch;
}

Choosing choosing_of(const Words& words) {
  return {.preset = words.preset, .model = words.model, .layers = words.layers, .set = words.set};
}

/// The sheet for files of a format.
AskedSheet sheet_for(FileFormat format, const Words& words) {
  AskedSheet asked = asked_sheet(words.sheet, screen_sheet());
  check_settings(asked.sheet, format);
  return asked;
}

Render to_render(const Words& words) {
  const FileFormat format = parse_output_format(words);
  return {.lab = words.lab,
          .choosing = choosing_of(words),
          .output = words.output,
          .format = format,
          .sheet = sheet_for(format, words)};
}

Sweep to_sweep(const Words& words) {
  const Render render = to_render(words);
  if (words.grid && !render.sheet.sheet.panels.empty())
    throw InputError(Problem{"--panel", {}, say("not beside --grid, which says the panel")});
  return {.lab = render.lab,
          .choosing = render.choosing,
          .vary = words.vary,
          .grid = words.grid,
          .output = render.output,
          .format = render.format,
          .sheet = render.sheet};
}

Animate to_animate(const Words& words) {
  return {.lab = words.lab,
          .choosing = choosing_of(words),
          .vary = words.vary,
          .way = words.way ? parse_way(*words.way) : usual_way,
          .rate = words.rate,
          .output = words.output,
          .sheet = sheet_for(FileFormat::png, words)};
}

PrintCode to_code(const Words& words) {
  return {.lab = words.lab,
          .choosing = choosing_of(words),
          .library = words.torch ? CodeLibrary::torch : CodeLibrary::numpy,
          .output = words.output.empty() ? "-" : words.output};
}

Gallery to_gallery(const Words& words) {
  const FileFormat format = words.format ? parse_format(*words.format) : FileFormat::png;
  return {.folder = words.folder, .format = format, .sheet = sheet_for(format, words)};
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  Words words;
  CLI::App program("Thetalab: live pictures of the ideas inside deep networks", "thetalab");
  program.set_version_flag("--version", "thetalab " THETA_VERSION);
  program
      .add_option("file", words.file,
                  "Opened in the window: a saved state, a figure, or a model's config.json")
      ->type_name("FILE");
  program.require_subcommand(0, 1);
  const CLI::App* list = add_list(program, words);
  const CLI::App* show = add_show(program, words);
  const CLI::App* render = add_render(program, words);
  const CLI::App* sweep = add_sweep(program, words);
  const CLI::App* animate = add_animate(program, words);
  const CLI::App* gallery = add_gallery(program, words);
  const CLI::App* code = add_code(program, words);
  const CLI::App* verify = add_verify(program, words);
  const CLI::App* batch = add_batch(program, words);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, ignored;
    if (program.exit(error, out, ignored) == 0) return Print{out.str()};
    throw InputError(
        Problem{"command line", {}, verbatim(std::string(error.what()) + " (see thetalab --help)")});
  }
  if (*list) return ListLabs{words.json};
  if (*show) return ShowLab{words.lab, words.json};
  if (*render) return to_render(words);
  if (*sweep) return to_sweep(words);
  if (*animate) return to_animate(words);
  if (*gallery) return to_gallery(words);
  if (*code) return to_code(words);
  if (*verify) return Verify{words.figure};
  if (*batch) return Batch{*words.file};
  return OpenWindow{words.file};
}

}  // namespace theta
