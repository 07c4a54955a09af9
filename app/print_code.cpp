// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print_code.h"

#include "app/save_file.h"
#include "core/model/problem.h"

namespace theta {

std::string script_of(const Origin& origin, CodeLibrary library) {
  const Lab& lab = *origin.lab;
  std::string script = lab.code ? lab.code(origin.state.values, library) : std::string();
  if (!script.empty()) return script;
  throw InputError(Problem{
      "code", {}, say("a lab and a view that have a script; {} has none for what is shown here", lab.id)});
}

void print_code(const PrintCode& code) {
  write_output(code.output, script_of(choose_values(lab_named(code.lab), code.choosing), code.library));
}

}  // namespace theta
