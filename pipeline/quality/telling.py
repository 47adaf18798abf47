"""How Data Docs tell our own expectations: by the first line of their documentation.

In: an expectation's class and configuration. Out: what Great Expectations' pages show of it, in place of
its name and arguments.
"""

from __future__ import annotations

from typing import Any

from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.render import LegacyRendererType, RenderedStringTemplateContent
from great_expectations.render.renderer.renderer import renderer


class Told:
    """Goes before Great Expectations' own class among the bases of an expectation."""

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    def _prescriptive_renderer(
        cls, configuration: ExpectationConfiguration, **_: Any
    ) -> list[RenderedStringTemplateContent]:
        said = (cls.__doc__ or "").partition("\n")[0]
        target = configuration.kwargs.get("target")
        template = f"{said.rstrip('.')}: {target}." if target else said
        content = {"template": template, "params": {}}
        return [RenderedStringTemplateContent(content_block_type="string_template", string_template=content)]
