/* The button «человек» of the text editor: the chosen words become a link to a person of the bank. */
(() => {
  "use strict";
  const { React, draftail } = window;

  class PersonSource extends draftail.ModalWorkflowSource {
    onChosen(person) {
      super.onChosen({ ...person, title: person.string });
    }

    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.personChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(person) {
      return { id: person.id, string: person.string };
    }
  }

  const Person = (props) => {
    const icon = React.createElement(
      "svg",
      { className: "icon icon-user", "aria-hidden": "true" },
      React.createElement("use", { href: "#icon-user" }),
    );
    const { string } = props.contentState.getEntity(props.entityKey).getData();
    return React.createElement(
      draftail.TooltipEntity,
      { ...props, icon, label: string || "", url: "" },
      props.children,
    );
  };

  draftail.registerPlugin({ type: "PERSON", source: PersonSource, decorator: Person }, "entityTypes");
})();
